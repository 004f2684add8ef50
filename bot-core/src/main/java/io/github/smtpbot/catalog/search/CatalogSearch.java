package io.github.smtpbot.catalog.search;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Words;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Finds codes and causes by words, in the reader's language and in English; forgives typing errors.
 * The index is in memory. Safe for use by many threads.
 */
public final class CatalogSearch {

  /** Words, as the English analyser leaves them, that ask rather than say what about. */
  private static final Set<String> ASKING =
      Set.of(
          "how", "what", "why", "when", "where", "which", "do", "doe", "did", "our", "your", "we",
          "i", "you", "me", "can", "could", "should", "have", "ha", "had", "am", "get", "got",
          "fix", "solv", "pleas", "from", "over", "my");

  /** More words than this add nothing but work. */
  private static final int MAX_WORDS = 12;

  /** A cause can be found by many of its wordings; so many documents are looked at … */
  private static final int MAX_FOUND = 200;

  /** … and so many wordings of one cause count. */
  private static final int MAX_WORDINGS = 5;

  /** What servers say word for word is meant, whatever else shares its words. */
  private static final float EXACT = 40;

  /** A hit with a smaller part of the best one's score only shares a common word with it. */
  private static final float FAINTEST = 6;

  private final Catalog catalog;
  private final Analyzer analyzer;
  private final IndexSearcher searcher;

  private CatalogSearch(Catalog catalog, Words words, Directory index) throws IOException {
    this.catalog = catalog;
    this.analyzer = SearchIndex.analyzer(words);
    this.searcher = new IndexSearcher(DirectoryReader.open(index));
  }

  /** Searches any catalog in one language and in English, after it has indexed it. */
  public static CatalogSearch of(Catalog catalog, Locale language) {
    Words words = catalog.words(language);
    try {
      return new CatalogSearch(catalog, words, SearchIndex.of(catalog, words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Searches the catalog that is built in, by the index that was made when it was compiled: so that
   * the first search takes a third of the time, and leaves nothing behind.
   */
  public static CatalogSearch builtIn(Catalog builtIn, Locale language) {
    Words words = builtIn.words(language);
    try {
      return new CatalogSearch(builtIn, words, SearchIndex.builtIn(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that was found. */
  public sealed interface Hit {}

  /** A code; an enhanced status code is for any class. */
  public record CodeHit(Code code) implements Hit {}

  /** A cause. */
  public record CauseHit(Cause cause) implements Hit {}

  /**
   * Searches.
   *
   * @param text words in any order; only the first dozen count
   * @param limit how many hits at the most
   * @return the best first; empty if nothing fits
   */
  public List<Hit> search(String text, int limit) {
    // The labels of causes are words, too.
    String spaced = text.replace('_', ' ');
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(mostWords(spaced, ""), Occur.SHOULD);
    query.add(mostWords(spaced, SearchIndex.ENGLISH), Occur.SHOULD);
    Term whole = new Term(SearchIndex.WORDING, text.strip().toLowerCase(Locale.ROOT));
    query.add(new BoostQuery(new TermQuery(whole), EXACT), Occur.SHOULD);
    try {
      Ranking ranking = new Ranking();
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc found : searcher.search(query.build(), MAX_FOUND).scoreDocs) {
        Document document = stored.document(found.doc);
        String wordingOf = document.get(SearchIndex.WORDING_OF);
        Hit hit = hit(wordingOf == null ? document.get(SearchIndex.KEY) : wordingOf);
        ranking.add(hit, found.score * weight(hit), wordingOf != null);
      }
      return ranking.best(limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scores of what was found; a cause is the likelier the more of its wordings fit. */
  private static final class Ranking {

    private final Map<Hit, Float> scores = new LinkedHashMap<>();
    private final Map<Hit, Integer> wordings = new HashMap<>();
    private float best;

    /** Adds a document's score; they come in descending order. */
    void add(Hit hit, float score, boolean wording) {
      if (!wording) {
        best = Math.max(best, score);
      }
      if (!wording || wordings.merge(hit, 1, Integer::sum) <= MAX_WORDINGS) {
        scores.merge(hit, score, Float::sum);
      }
    }

    List<Hit> best(int limit) {
      return scores.entrySet().stream()
          .filter(scored -> scored.getValue() >= best / FAINTEST)
          .sorted(Map.Entry.<Hit, Float>comparingByValue().reversed())
          .limit(limit)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * Who searches by words wants to know what is wrong, so a cause counts most; a code that no RFC
   * defines is seldom meant, however well its words fit.
   */
  private float weight(Hit hit) {
    if (hit instanceof CauseHit) {
      return 1.5f;
    }
    Code code = ((CodeHit) hit).code();
    ReplyCodeFacts facts = code instanceof ReplyCode reply ? catalog.find(reply) : null;
    return facts == null || facts.status() == CodeStatus.STANDARD ? 1 : 0.4f;
  }

  private static Hit hit(String key) {
    return Codes.parse(key)
        .<Hit>map(CodeHit::new)
        .orElseGet(() -> new CauseHit(Cause.ofLabel(key).orElseThrow()));
  }

  /**
   * What has two words in three; a text of which only a word or two is found was about something
   * else.
   */
  private Query mostWords(String text, String suffix) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<String> words = analyse(SearchIndex.NAME + suffix, text);
    for (String word : words) {
      query.add(
          new DisjunctionMaxQuery(
              List.of(
                  new BoostQuery(likeness(SearchIndex.NAME + suffix, word, true), 3),
                  likeness(SearchIndex.BODY + suffix, word, false)),
              0.2f),
          Occur.SHOULD);
    }
    return query.setMinimumNumberShouldMatch(words.size() - words.size() / 3).build();
  }

  /**
   * The word itself counts most, then a longer word that begins so, then a word misspelt. In whole
   * sentences some word resembles any: there {@code weather} would be found for {@code whether}.
   */
  private static Query likeness(String field, String word, boolean misspelt) {
    Term term = new Term(field, word);
    List<Query> ways = new ArrayList<>();
    ways.add(new BoostQuery(new TermQuery(term), 4));
    // Thai words are short, and one letter makes another word.
    int shortest = word.charAt(0) <= 'z' ? 2 : 6;
    if (word.length() >= shortest) {
      ways.add(new PrefixQuery(term));
    }
    if (misspelt && word.length() > shortest) {
      ways.add(new FuzzyQuery(term, word.length() >= 7 ? 2 : 1, 1));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private List<String> analyse(String field, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, new StringReader(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MAX_WORDS && tokens.incrementToken()) {
        String word = term.toString();
        // A number is a code only where the question says so, and then it was not searched for.
        if (!ASKING.contains(word) && !Character.isDigit(word.charAt(0))) {
          words.add(word);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
