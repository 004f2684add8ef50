package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Dovecot's LMTP and LDA: {@code saved mail to}, {@code stored mail into}, {@code save failed to}
 * and {@code rejected}.
 */
public final class DovecotReader implements FormatReader {

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    String program = line.program();
    String text = line.text();
    boolean named = program.equals("dovecot");
    boolean separate = program.equals("dovecot-lda") || program.equals("deliver");
    if (!named && !separate && !program.isEmpty()) {
      return false;
    }
    boolean agent =
        text.startsWith("lmtp(") || text.startsWith("lda(") || text.startsWith("deliver(");
    if (!agent) {
      return named || separate;
    }
    int words = Cut.end(text, 0, "msgid=");
    if (words > 0) {
      delivery(line, words, deliveries);
    }
    return true;
  }

  private static void delivery(LogLine line, int id, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    // The id is the sender's: it may be empty, or hold what looks like the words after it.
    int idEnd = text.startsWith("<", id) ? text.indexOf('>', id) : id - 1;
    int words = idEnd < 0 ? -1 : Cut.end(text, idEnd, ": ");
    Result result = words < 0 ? null : result(text, words);
    if (result == null) {
      return;
    }
    String message = text.substring(id, words - 2);
    int from = Cut.end(text, words, "message from <");
    deliveries.accept(
        new Delivery(
            line.time(),
            message.isEmpty() || message.equals("unspecified") ? "" : message,
            from < 0 ? "" : Cut.between(text, from - 1, "<", ">"),
            user(text),
            Delivery.HERE,
            result,
            result == Result.DELIVERED ? text.substring(words) : "dovecot: " + text));
  }

  private static @Nullable Result result(String text, int at) {
    if (text.startsWith("saved mail to ", at) || text.startsWith("stored mail into ", at)) {
      return Result.DELIVERED;
    }
    if (text.startsWith("save failed to ", at) || text.startsWith("failed to store into ", at)) {
      return Result.DEFERRED;
    }
    return text.startsWith("rejected: ", at) || text.startsWith("rejected message from ", at)
        ? Result.BOUNCED
        : null;
  }

  /** {@code lmtp(anna@example.com)<12><session>: } or, until 2.2, {@code lmtp(12, anna): }. */
  private static String user(String text) {
    String names = Cut.between(text, 0, "(", ")");
    int comma = names.indexOf(", ");
    String user = comma < 0 ? names : names.substring(comma + 2);
    return user.startsWith("<") && user.endsWith(">") ? user.substring(1, user.length() - 1) : user;
  }
}
