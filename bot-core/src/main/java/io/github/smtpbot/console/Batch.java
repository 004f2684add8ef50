package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Answers one JSON object a line with one JSON object a line, in order and in constant memory. */
final class Batch {

  /** A message of the largest size, base64-encoded, and the object around it. */
  private static final int MAX_LINE = SmtpBot.MAX_MESSAGE / 3 * 4 + 4096;

  private final SmtpBot bot;
  private final Locale locale;

  /**
   * A batch.
   *
   * @param locale the language of lines that name none
   */
  Batch(SmtpBot bot, Locale locale) {
    this.bot = bot;
    this.locale = locale;
  }

  /** Answers until the input ends. A malformed line gets an error object, and the rest goes on. */
  void run(InputStream in, PrintWriter out) throws IOException {
    BoundedLines lines =
        new BoundedLines(
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16),
            MAX_LINE);
    for (String line = lines.next(); line != null; line = lines.next()) {
      out.print(
          lines.wasCut()
              ? AnswerJson.error("null", "the line is longer than " + MAX_LINE + " characters")
              : answer(line));
      out.print('\n');
      if (!lines.ready()) {
        out.flush();
      }
    }
    out.flush();
  }

  private String answer(String line) {
    String id = "null";
    try {
      BatchRequest request = BatchRequest.parse(line);
      id = request.id();
      String lang = request.lang();
      Locale reader = lang == null ? locale : Locale.forLanguageTag(lang.replace('_', '-'));
      return AnswerJson.write(id, answer(request, reader));
    } catch (BatchRequest.Malformed e) {
      return AnswerJson.error(e.id(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A fault of ours must not end the batch. Its message might quote what was pasted.
      return AnswerJson.error(id, "internal error: " + e.getClass().getSimpleName());
    }
  }

  private Answer answer(BatchRequest request, Locale reader) throws BatchRequest.Malformed {
    String text = request.text();
    if (text != null) {
      return bot.answer(text, reader);
    }
    try {
      // Encoders break lines; anything else that is not base64 is a mistake.
      String base64 = String.valueOf(request.eml()).replace("\r", "").replace("\n", "").strip();
      return bot.answerMessage(Base64.getDecoder().decode(base64), reader);
    } catch (IllegalArgumentException e) {
      throw new BatchRequest.Malformed(request.id(), "\"eml\" is not base64");
    }
  }
}
