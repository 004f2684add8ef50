package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers made by hand. */
final class Answers {

  private static final String ENGLISH = "The server refuses this message for good because of ";
  private static final String THAI =
      "เซิร์ฟเวอร์ปฏิเสธข้อความนี้อย่างถาวร เพราะผู้ส่งไม่ได้รับอนุญาต ";

  private Answers() {}

  /** A diagnosis of a reply with these words, which it quotes. */
  static Answer diagnosis(String words) {
    return diagnosis(words, words);
  }

  /** A diagnosis that quotes this, and may be shared with these words. */
  static Answer diagnosis(String quote, String words) {
    return new Answer(
        Answer.Kind.DIAGNOSIS,
        Locale.ENGLISH,
        List.of("550"),
        "550 5.7.1 — Blocked",
        "Blocked.",
        Tone.PERMANENT,
        List.of(
            new Part.Verdict(Tone.PERMANENT, List.of(new Part.Fact("Cause", "blocked"))),
            new Part.Quote("The reply", List.of(quote))),
        List.of(),
        List.of(new Source("RFC 5321", "https://www.rfc-editor.org/rfc/rfc5321")),
        List.of(new FollowUp("550", "550")),
        found(words),
        null);
  }

  /** A finding with the longest of everything. */
  static Shareable.Found found(String words) {
    return new Shareable.Found(
        new ReplyCode(550),
        new EnhancedStatusCode(5, 999, 9999),
        Cause.POLICY_REJECTION,
        "p".repeat(24),
        "z".repeat(5),
        true,
        true,
        99,
        true,
        Duration.ofMinutes(1295),
        Command.END_OF_DATA,
        Set.of(Finding.Contradiction.values()),
        Collections.nCopies(4, new Shareable.Sign(Evidence.Kind.PHRASE, 299, 150)),
        words);
  }

  /** An answer with every kind of part, each as large as the model allows. */
  static Answer largest(Locale locale) {
    List<Part> parts = everyPart(locale);
    List<Part> details = new ArrayList<>(parts);
    for (Tone tone : Tone.values()) {
      details.add(
          new Part.Section(
              "5.7.1" + " " + text(locale, 60),
              tone,
              List.of(
                  new Part.Text("Meaning", text(locale, 1000)),
                  new Part.Bullets("When", repeat(locale, 12, 300)))));
    }
    return answer(locale, parts, details, found("550 5.7.1 " + text(locale, 290)));
  }

  static Answer answer(
      Locale locale, List<Part> lead, List<Part> details, @Nullable Shareable shareable) {
    return new Answer(
        Answer.Kind.COMPARE,
        locale,
        List.of("550"),
        text(locale, 150),
        text(locale, 400),
        Tone.TRANSIENT,
        lead,
        details,
        IntStream.range(0, 30)
            .mapToObj(i -> new Source("RFC 5321 §" + i, "https://www.rfc-editor.org/rfc/rfc" + i))
            .toList(),
        IntStream.range(0, 30)
            .mapToObj(i -> new FollowUp(text(locale, 40), i % 20 + " " + text(locale, 77)))
            .toList(),
        shareable,
        null);
  }

  private static List<Part> everyPart(Locale locale) {
    List<String> columns = List.of("550", "551", "552", "553 5.7.1", "5.7.1");
    return List.of(
        new Part.Notice(text(locale, 400)),
        new Part.Verdict(
            Tone.PERMANENT,
            IntStream.range(0, 6)
                .mapToObj(i -> new Part.Fact("Label " + i, text(locale, 300)))
                .toList()),
        new Part.Text("", text(locale, 1000)),
        new Part.Bullets("Rules", repeat(locale, 10, 300)),
        new Part.Table(
            "Differences",
            columns,
            IntStream.range(0, 8)
                .mapToObj(i -> new Part.Row("Row " + i, repeat(locale, 5, 120), i % 2 == 0))
                .toList()),
        new Part.Quote("Quoted", repeat(locale, 12, 300)),
        new Part.Choices(
            "Choose",
            IntStream.range(0, 60)
                .mapToObj(i -> new Part.Choice("4." + i + ".1", text(locale, 100)))
                .toList()));
  }

  private static List<String> repeat(Locale locale, int times, int length) {
    return IntStream.range(0, times).mapToObj(i -> i + text(locale, length - 2)).toList();
  }

  static String text(Locale locale, int length) {
    String words = locale.getLanguage().equals("th") ? THAI : ENGLISH;
    return words.repeat(length / words.length() + 1).substring(0, length).strip();
  }
}
