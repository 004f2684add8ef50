package io.github.smtpbot.catalog.search;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Words;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.SegmentInfoFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The index of a catalog in one language and in English. That of the catalog that is built in is
 * made when the catalog is compiled, since making it costs a second and ten times its size.
 */
public final class SearchIndex {

  static final String KEY = "key";
  static final String WORDING = "wording";
  static final String WORDING_OF = "wording-of";
  static final String NAME = "name";
  static final String BODY = "body";
  static final String ENGLISH = "-en";

  /** In the resource folder of the catalog, one for each language. */
  private static final String FOLDER = "search/";

  private SearchIndex() {}

  /** The resource of a language, below the catalog's folder. */
  public static String resource(Locale language) {
    return FOLDER + language.toLanguageTag() + CatalogFiles.SUFFIX;
  }

  /** Makes the index of a catalog and writes it: each of its files with name and length. */
  public static void write(Catalog catalog, Locale language, OutputStream to) throws IOException {
    try (Directory index = of(catalog, catalog.words(language))) {
      DataOutputStream out = new DataOutputStream(to);
      String[] names = index.listAll();
      out.writeInt(names.length);
      for (String name : names) {
        try (IndexInput file = index.openInput(name, IOContext.DEFAULT)) {
          byte[] content = new byte[Math.toIntExact(file.length())];
          file.readBytes(content, 0, content.length);
          out.writeUTF(name);
          out.writeInt(content.length);
          out.write(content);
        }
      }
      out.flush();
    }
  }

  /** The index that was compiled into this jar. */
  static Directory builtIn(Words words) throws IOException {
    String name = resource(words.language());
    try (InputStream in = CatalogFiles.class.getResourceAsStream(CatalogFiles.FOLDER + name)) {
      return read(
          Objects.requireNonNull(in, () -> "the catalog is not compiled: " + name + " is missing"));
    }
  }

  private static Directory read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    Directory index = new ByteBuffersDirectory();
    for (int left = in.readInt(); left > 0; left--) {
      try (IndexOutput file = index.createOutput(in.readUTF(), IOContext.DEFAULT)) {
        byte[] content = in.readNBytes(in.readInt());
        file.writeBytes(content, content.length);
      }
    }
    return index;
  }

  /** How words are told apart in each field. */
  static Analyzer analyzer(Words words) {
    Analyzer own = analyzer(words.language());
    return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), Map.of(NAME, own, BODY, own));
  }

  private static Analyzer analyzer(Locale language) {
    return switch (language.getLanguage()) {
      case "en" -> new EnglishAnalyzer();
      case "th" -> new ThaiAnalyzer();
      default -> new StandardAnalyzer();
    };
  }

  /** Indexes a catalog in one language and in English. */
  static Directory of(Catalog catalog, Words words) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    Words english = catalog.words(Locale.ENGLISH);
    IndexWriterConfig config = new IndexWriterConfig(analyzer(words)).setCodec(new WithoutTime());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (ReplyCodeFacts facts : catalog.replyCodes()) {
        writer.addDocument(document(facts.code(), words, english));
      }
      for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
        writer.addDocument(document(facts.code(), words, english));
      }
      for (Cause cause : Cause.values()) {
        if (cause != Cause.OTHER) {
          writer.addDocument(document(cause, words, english));
        }
      }
      for (PhraseRule rule : catalog.phrases()) {
        for (String wording : rule.phrases()) {
          writer.addDocument(document(rule.cause(), ENGLISH, wording));
        }
        for (String wording : rule.asked()) {
          writer.addDocument(document(rule.cause(), ENGLISH, wording));
        }
      }
      for (Cues cues : catalog.cues()) {
        if (cues.language().equals(words.language())) {
          for (Map.Entry<Cause, List<String>> cause : cues.causes().entrySet()) {
            for (String wording : cause.getValue()) {
              writer.addDocument(document(cause.getKey(), "", wording));
            }
          }
        }
      }
    }
    return directory;
  }

  private static Document document(Code code, Words words, Words english) {
    Document document = new Document();
    document.add(new StoredField(KEY, code.text()));
    add(document, "", words.code(code));
    add(document, ENGLISH, english.code(code));
    return document;
  }

  private static void add(Document document, String suffix, CodeWords said) {
    document.add(new TextField(NAME + suffix, said.name(), Field.Store.NO));
    String body =
        said.meaning()
            + "\n"
            + String.join("\n", said.when())
            + "\n"
            + String.join("\n", said.fix().values())
            + "\n"
            + (said.note() == null ? "" : said.note());
    document.add(new TextField(BODY + suffix, body, Field.Store.NO));
  }

  private static Document document(Cause cause, Words words, Words english) {
    Document document = new Document();
    document.add(new StoredField(KEY, cause.label()));
    add(document, "", words.cause(cause), "");
    add(document, ENGLISH, english.cause(cause), cause.label().replace('_', ' '));
    return document;
  }

  /** What servers say when they mean a cause is what people search for, and what people call it. */
  private static Document document(Cause cause, String suffix, String wording) {
    Document document = new Document();
    document.add(new StoredField(WORDING_OF, cause.label()));
    document.add(new TextField(NAME + suffix, wording, Field.Store.NO));
    document.add(new StringField(WORDING, wording, Field.Store.NO));
    return document;
  }

  private static void add(Document document, String suffix, CauseWords said, String label) {
    document.add(new TextField(NAME + suffix, said.name() + " " + label, Field.Store.NO));
    document.add(new StringField(WORDING, said.name().toLowerCase(Locale.ROOT), Field.Store.NO));
    String body = said.meaning() + "\n" + String.join("\n", said.fix().values());
    document.add(new TextField(BODY + suffix, body, Field.Store.NO));
  }

  /**
   * The codec that Lucene takes by itself, and reads by its name, without the notes that it makes
   * of when and where an index was written: of the same catalog comes the same jar.
   */
  private static final class WithoutTime extends FilterCodec {

    WithoutTime() {
      super(Codec.getDefault().getName(), Codec.getDefault());
    }

    @Override
    public SegmentInfoFormat segmentInfoFormat() {
      SegmentInfoFormat format = super.segmentInfoFormat();
      return new SegmentInfoFormat() {
        @Override
        public SegmentInfo read(Directory from, String name, byte[] id, IOContext context)
            throws IOException {
          return format.read(from, name, id, context);
        }

        @Override
        public void write(Directory to, SegmentInfo info, IOContext context) throws IOException {
          SegmentInfo bare = withoutNotes(info);
          format.write(to, bare, context);
          info.setFiles(bare.files());
        }
      };
    }

    private static SegmentInfo withoutNotes(SegmentInfo info) {
      SegmentInfo bare =
          new SegmentInfo(
              info.dir,
              info.getVersion(),
              info.getMinVersion(),
              info.name,
              info.maxDoc(),
              info.getUseCompoundFile(),
              info.getHasBlocks(),
              info.getCodec(),
              Map.of(),
              info.getId(),
              info.getAttributes(),
              info.getIndexSort());
      bare.setFiles(info.files());
      return bare;
    }
  }
}
