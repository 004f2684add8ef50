package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text asks of what it mentions. Equal ones have equal answers in the same language.
 *
 * @param intent what is asked
 * @param yesIf if it can be answered by yes or no: what yes says
 * @param mentions of what
 * @param codes the codes and replies it is about, as text: those named, and families whose codes
 *     are not just listed; where none is named, those that carry a named error, or that a server
 *     sends for the cause if that is asked
 */
public record Asked(Intent intent, YesIf yesIf, Mentions mentions, List<String> codes) {

  /** What "yes" says to a question. */
  public enum YesIf {
    PERMANENT,
    TEMPORARY,
    /** That the code means the cause that is named; of which code: those that do are asked for. */
    MEANS,
    /** That a message answered so has arrived. */
    DELIVERED,
    /** That a message answered so is returned, or may be. */
    RETURNED,
    /** That a message answered so has been returned. */
    BOUNCED,
    /** What no word of the question tells; yes or no is asked for all the same. */
    UNTOLD,
    /** Neither yes nor no is an answer. */
    NEVER
  }

  /** Nothing that is understood. */
  public static final Asked NOTHING = of(Intent.UNKNOWN);

  /** This intent, of nothing in particular. */
  public static Asked of(Intent intent) {
    return new Asked(intent, YesIf.NEVER, Mentions.NONE, List.of());
  }

  static Asked of(Intent intent, List<Piece> pieces, Mentions mentions, Catalog catalog) {
    Stream<String> named = mentions.subjects().stream().map(Question.Subject::text);
    // "Is a 450 a hard or a soft fail" is about the code.
    boolean beside = !mentions.subjects().isEmpty() && intent != Intent.DIFFERENCE;
    boolean listed = intent == Intent.BROWSE || intent == Intent.LIST;
    Stream<String> families =
        beside || listed ? Stream.empty() : mentions.families().stream().map(Family::text);
    List<String> codes = Stream.concat(named, families).distinct().toList();
    return new Asked(
        intent,
        yesIf(intent, pieces, mentions),
        mentions,
        codes.isEmpty() ? led(intent, mentions, catalog) : codes);
  }

  private static YesIf yesIf(Intent intent, List<Piece> pieces, Mentions mentions) {
    return switch (intent) {
      case PERMANENT -> yesIf(pieces);
      case MEANING, PROVIDER_MEANING, PHASE ->
          mentions.subjects().size() == 1 && YesOrNo.isAsked(pieces)
              ? ofOne(intent, pieces, mentions)
              : YesIf.NEVER;
      case WHICH_CODE -> isByReader(pieces, mentions) ? YesIf.MEANS : YesIf.NEVER;
      default -> YesIf.NEVER;
    };
  }

  private static YesIf ofOne(Intent intent, List<Piece> pieces, Mentions mentions) {
    if (!mentions.causes().isEmpty()) {
      return intent == Intent.PHASE ? YesIf.NEVER : YesIf.MEANS;
    }
    if (pieces.stream().anyMatch(piece -> piece.is(Cues.Part.COMES_BACK))) {
      return YesIf.RETURNED;
    }
    if (asksIfReturned(pieces)) {
      return YesIf.BOUNCED;
    }
    if (pieces.stream().anyMatch(piece -> piece.is(Cues.Part.ARRIVES))) {
      return YesIf.DELIVERED;
    }
    boolean open = intent == Intent.MEANING && pieces.stream().anyMatch(Piece::isUnknown);
    return open ? YesIf.UNTOLD : YesIf.NEVER;
  }

  /** That it bounced with a code is told, {@code it bounced with 550}, and not asked. */
  private static boolean asksIfReturned(List<Piece> pieces) {
    boolean code = false;
    for (Piece piece : pieces) {
      code |= piece.code() != null;
      if (code && piece.is(Cues.Part.CAME_BACK)) {
        return true;
      }
    }
    return false;
  }

  /** {@code which codes mean greylisting}: who receives them asks, and not who sends them. */
  private static boolean isByReader(List<Piece> pieces, Mentions mentions) {
    return mentions.subjects().isEmpty()
        && pieces.stream().anyMatch(piece -> piece.asks(Intent.MEANING));
  }

  /** The same, where nothing was found: what is asked is not known, unless something was named. */
  public Asked foundNothing() {
    return intent == Intent.MEANING && mentions.isEmpty()
        ? new Asked(Intent.UNKNOWN, yesIf, mentions, codes)
        : this;
  }

  /**
   * The same, with what was found out by other means: by a search, or in a text that was pasted.
   *
   * @param found what is then asked about; what is named stays where nothing was found
   */
  public Asked about(Mentions found) {
    Mentions all = mentions.withFound(found);
    List<String> about =
        found.subjects().isEmpty()
            ? codes
            : found.subjects().stream().map(Question.Subject::text).distinct().toList();
    return new Asked(
        intent == Intent.UNKNOWN && !all.isEmpty() ? Intent.MEANING : intent, yesIf, all, about);
  }

  private static YesIf yesIf(List<Piece> pieces) {
    boolean permanent = false;
    boolean temporary = false;
    for (Piece piece : pieces) {
      if (piece.asks(Intent.PERMANENT)) {
        boolean either = piece.is(Cues.Part.EITHER);
        boolean opposite = piece.is(Cues.Part.OPPOSITE);
        permanent |= either || !opposite;
        temporary |= either || opposite;
      }
    }
    return permanent == temporary ? YesIf.NEVER : permanent ? YesIf.PERMANENT : YesIf.TEMPORARY;
  }

  private static List<String> led(Intent intent, Mentions mentions, Catalog catalog) {
    Stream<Code> codes = mentions.errors().stream().map(KnownError::codes).flatMap(List::stream);
    if (intent == Intent.WHICH_CODE) {
      codes = Stream.ofNullable(toSend(mentions, catalog)).map(CodeToSend::code);
    }
    return codes.map(Code::text).distinct().toList();
  }

  /** What a server sends in the situation that is named, or for the cause; null if nothing. */
  public @Nullable CodeToSend toSend(Catalog catalog) {
    return toSend(mentions, catalog);
  }

  private static @Nullable CodeToSend toSend(Mentions mentions, Catalog catalog) {
    return Stream.concat(
            mentions.situations().stream(), mentions.causes().stream().map(Cause::label))
        .findFirst()
        .map(catalog::codeToSend)
        .orElse(null);
  }

  /**
   * A short text that asks the same, and is always read so. What is no code, and the language, are
   * left out.
   */
  public String canonical(Catalog catalog) {
    String joint = intent == Intent.DIFFERENCE ? " vs " : " ";
    Stream<String> things =
        Stream.of(
                mentions.subjects().stream().map(Question.Subject::text),
                mentions.families().stream().map(Family::text),
                mentions.commands().stream().map(Asked::canonical),
                mentions.errors().stream().map(error -> error.forms().get(0)),
                mentions.providers().stream()
                    .filter(this::isNamed)
                    .map(provider -> ProviderNames.asked(provider, catalog)),
                mentions.tokens().stream().map(Mentions.Token::text),
                situations(catalog),
                mentions.causes().stream()
                    .filter(cause -> !isOfSituation(cause))
                    .filter(cause -> mentions.errors().stream().noneMatch(e -> e.cause() == cause))
                    .map(Cause::label),
                mentions.listed().stream()
                    .limit(intent == Intent.LIST ? 1 : 0)
                    .map(listed -> listed.name().toLowerCase(Locale.ROOT)))
            .flatMap(texts -> texts);
    String text = (things.collect(Collectors.joining(joint)) + " " + asking(catalog)).strip();
    boolean yesNo =
        switch (yesIf) {
          case MEANS -> intent != Intent.WHICH_CODE;
          case DELIVERED, RETURNED, BOUNCED -> true;
          case PERMANENT, TEMPORARY, UNTOLD, NEVER -> false;
        };
    return yesNo ? word(Cues.Part.YES_NO, catalog) + " " + text : text;
  }

  /** The words that ask it; empty where what is named asks enough. */
  String asking(Catalog catalog) {
    if (mentions.address()) {
      return address(catalog);
    }
    if (yesIf == YesIf.DELIVERED) {
      return word(Cues.Part.ARRIVES, catalog);
    }
    if (yesIf == YesIf.RETURNED) {
      return word(Cues.Part.COMES_BACK, catalog);
    }
    if (yesIf == YesIf.BOUNCED) {
      return word(Cues.Part.CAME_BACK, catalog);
    }
    return switch (intent) {
      case PERMANENT ->
          switch (yesIf) {
            case TEMPORARY -> opposite(catalog);
            // Neither is asked for: both are named.
            case NEVER -> word(intent, catalog) + " " + opposite(catalog);
            case PERMANENT, MEANS, DELIVERED, RETURNED, BOUNCED, UNTOLD -> word(intent, catalog);
          };
      case WHICH_CODE ->
          yesIf == YesIf.MEANS
              ? word(intent, catalog) + " " + word(Intent.MEANING, catalog)
              : word(intent, catalog);
      case RETRY, WHO, FIX, WHEN, LIST -> word(intent, catalog);
      // A family alone is listed.
      case MEANING ->
          mentions.subjects().isEmpty() && !mentions.families().isEmpty()
              ? word(intent, catalog)
              : "";
      case PHASE -> mentions.commands().isEmpty() ? word(intent, catalog) : "";
      case DIFFERENCE, BROWSE, COMMANDS, PROVIDER_MEANING, HELP, UNKNOWN -> "";
    };
  }

  /** A token says by itself whose it is. */
  private boolean isNamed(String provider) {
    return mentions.tokens().stream().noneMatch(token -> token.provider().equals(provider));
  }

  private boolean isOfSituation(Cause cause) {
    return mentions.situations().stream().map(CodeToSend::causeOf).anyMatch(cause::equals);
  }

  /** The first English words for each situation. */
  private Stream<String> situations(Catalog catalog) {
    return catalog.cues().stream()
        .filter(cues -> cues.language().equals(Locale.ENGLISH))
        .flatMap(cues -> mentions.situations().stream().map(key -> cues.situations().get(key)))
        .flatMap(words -> Stream.ofNullable(words).map(all -> all.get(0)));
  }

  /** The first English words that ask what becomes of an address. */
  private static String address(Catalog catalog) {
    return catalog.cues().stream()
        .filter(cues -> cues.language().equals(Locale.ENGLISH))
        .flatMap(
            cues ->
                Stream.of(Cues.Part.ADDRESS_VERBS, Cues.Part.ADDRESS_NOUNS).map(cues.words()::get))
        .flatMap(words -> Stream.ofNullable(words).map(all -> all.get(0)))
        .collect(Collectors.joining(" "));
  }

  /** The first English word by which a code is asked to be temporary, and that no server writes. */
  private static String opposite(Catalog catalog) {
    return catalog.cues().stream()
        .filter(cues -> cues.language().equals(Locale.ENGLISH))
        .flatMap(
            cues ->
                cues.words().getOrDefault(Cues.Part.OPPOSITE, List.of()).stream()
                    .filter(
                        word ->
                            !cues.words()
                                .getOrDefault(Cues.Part.SERVER_SAYS, List.of())
                                .contains(word)))
        .findFirst()
        .orElseGet(() -> word(Intent.PERMANENT, catalog));
  }

  /** The first of the English words that betray an intent. */
  private static String word(Intent intent, Catalog catalog) {
    return catalog.cues().stream()
        .filter(cues -> cues.language().equals(Locale.ENGLISH))
        .map(cues -> cues.asks().getOrDefault(intent, List.of()).get(0))
        .findFirst()
        .orElse(intent.label());
  }

  /** The first of the English words that do this in a question. */
  private static String word(Cues.Part part, Catalog catalog) {
    return catalog.cues().stream()
        .filter(cues -> cues.language().equals(Locale.ENGLISH))
        .map(cues -> cues.words().getOrDefault(part, List.of()).get(0))
        .findFirst()
        .orElseThrow();
  }

  private static String canonical(Command command) {
    return new Question.CommandReplies(command).canonical();
  }
}
