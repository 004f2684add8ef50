package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Haraka's default log: what {@code [outbound]} delivers, puts off and bounces, and the recipients
 * that {@code [core]} denies. Who the recipients of a message are, its transaction tells before.
 */
public final class HarakaReader implements FormatReader {

  /** Of a message with more recipients, the others have no name. */
  private static final int MOST_RECIPIENTS = 100;

  /** What follows is said of those recipients that are named, not of all. */
  private static final String SOME = "Some recipients ";

  private static final class Transaction {
    private String sender = "";
    private final Set<String> recipients = new LinkedHashSet<>();

    /** Of these it was told how they failed; what says it of some recipients says it again. */
    private final Set<String> failed = new LinkedHashSet<>();

    int characters() {
      int characters = sender.length();
      for (String recipient : recipients) {
        characters += recipient.length();
      }
      for (String recipient : failed) {
        characters += recipient.length();
      }
      return characters;
    }
  }

  private final Recent<Transaction> transactions = new Recent<>(Transaction::characters);

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    if (!line.program().isEmpty() && !line.program().equals("haraka")) {
      return false;
    }
    String text = line.text().stripLeading();
    int level = text.startsWith("[") ? text.indexOf("] [") : -1;
    int id = level + 3;
    int idEnd = level < 2 || !isLevel(text, level) ? -1 : text.indexOf("] [", id);
    int words = idEnd < 0 ? -1 : Cut.end(text, idEnd + 3, "] ");
    if (words < 0) {
      return false;
    }
    String uuid = text.substring(id, idEnd);
    String said = text.substring(words).stripLeading();
    if (text.startsWith("[core] ", idEnd + 2)) {
      core(line, uuid, said, deliveries);
    } else if (text.startsWith("[outbound] ", idEnd + 2)) {
      outbound(line, uuid, said, deliveries);
    }
    return true;
  }

  private static boolean isLevel(String text, int end) {
    for (int i = 1; i < end; i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  /** {@code recipient <a@b> code=OK msg="" sender=c@d}, or {@code code=DENY}. */
  private void core(LogLine line, String uuid, String said, Consumer<? super Delivery> deliveries) {
    if (!said.startsWith("recipient <")) {
      return;
    }
    String recipient = Cut.between(said, 0, "<", ">");
    String sender = value(said, " sender=");
    if (said.contains(" code=DENY")) {
      deliveries.accept(
          new Delivery(
              line.time(),
              line.host() + '/' + uuid,
              sender,
              recipient,
              line.host(),
              Result.REJECTED,
              value(said, " msg=")));
    } else if (said.contains(" code=OK ")) {
      String message = line.host() + '/' + uuid;
      Transaction transaction = transaction(message);
      transaction.sender = sender;
      if (transaction.recipients.size() < MOST_RECIPIENTS) {
        transaction.recipients.add(recipient);
      }
      transactions.put(message, transaction);
    }
  }

  private void outbound(
      LogLine line, String uuid, String said, Consumer<? super Delivery> deliveries) {
    if (said.startsWith("delivered file=")) {
      delivered(line, uuid, said, deliveries);
    } else if (said.startsWith("recipient <")) {
      int rejected = Cut.end(said, 0, "> rejected: ");
      int deferred = Cut.end(said, 0, "> deferred: ");
      String recipient = Cut.between(said, 0, "<", ">");
      if (rejected > 0 || deferred > 0) {
        failed(parent(line, uuid), recipient);
      }
      if (rejected > 0) {
        String why = said.substring(rejected);
        told(line, uuid, List.of(recipient), "", Result.BOUNCED, why, deliveries);
      } else if (deferred > 0) {
        String why = said.substring(deferred);
        told(line, uuid, List.of(recipient), "", Result.DEFERRED, why, deliveries);
      }
    } else if (said.startsWith("bouncing mail: ")) {
      whole(line, uuid, Result.BOUNCED, said.substring(15), deliveries);
    } else if (said.startsWith("Temp failing ")) {
      int why = Cut.end(said, 0, " seconds: ");
      if (why > 0) {
        whole(line, uuid, Result.DEFERRED, said.substring(why), deliveries);
      }
    }
  }

  private Transaction transaction(String message) {
    Transaction known = transactions.get(message);
    return known == null ? new Transaction() : known;
  }

  private void failed(String message, String recipient) {
    Transaction transaction = transaction(message);
    if (transaction.failed.size() < MOST_RECIPIENTS && transaction.failed.add(recipient)) {
      transactions.put(message, transaction);
    }
  }

  /** What holds for all recipients of a message, or for those it names, once for each. */
  private void whole(
      LogLine line, String uuid, Result result, String why, Consumer<? super Delivery> deliveries) {
    if (why.startsWith(SOME)) {
      int colon = why.indexOf(": ");
      Set<String> named = named(colon < 0 ? "" : why.substring(colon + 2));
      String message = parent(line, uuid);
      Transaction transaction = transactions.get(message);
      if (transaction != null) {
        named.removeAll(transaction.failed);
        transaction.failed.clear();
        transactions.put(message, transaction);
      }
      told(line, uuid, named, "", result, colon < 0 ? why : why.substring(0, colon), deliveries);
    } else {
      Transaction transaction = transactions.get(parent(line, uuid));
      Set<String> recipients = transaction == null ? Set.of() : transaction.recipients;
      boolean one = recipients.stream().map(HarakaReader::domain).distinct().count() == 1;
      Collection<String> named = one ? recipients : List.of("");
      told(line, uuid, named, "", result, withoutPrefix(why), deliveries);
    }
  }

  /** {@code <a@b>, <c@d>}, with or without the brackets. */
  private static Set<String> named(String list) {
    Set<String> named = new LinkedHashSet<>();
    int from = 0;
    while (from < list.length() && named.size() < MOST_RECIPIENTS) {
      int comma = list.indexOf(',', from);
      int to = comma < 0 ? list.length() : comma;
      String address = list.substring(from, to).strip();
      boolean brackets = address.startsWith("<") && address.endsWith(">");
      String bare = brackets ? address.substring(1, address.length() - 1) : address;
      if (bare.indexOf('@') > 0 && bare.indexOf(' ') < 0) {
        named.add(bare);
      }
      from = to + 1;
    }
    return named;
  }

  /** {@code … domain=d host=h … response="…" delay=1 fails=0 rcpts=1/0/0}. */
  private void delivered(
      LogLine line, String uuid, String said, Consumer<? super Delivery> deliveries) {
    String domain = value(said, " domain=");
    Transaction transaction = transactions.get(parent(line, uuid));
    List<String> recipients = new ArrayList<>();
    if (transaction != null) {
      for (String recipient : transaction.recipients) {
        if (domain(recipient).equalsIgnoreCase(domain)) {
          recipients.add(recipient);
        }
      }
    }
    int count = count(Cut.between(said + '/', 0, " rcpts=", "/"));
    if (recipients.size() != count) {
      recipients.clear();
      for (int i = 0; i < count; i++) {
        recipients.add("");
      }
    }
    String reply = Cut.between(said, 0, " response=\"", "\" delay=");
    told(
        line,
        uuid,
        recipients,
        value(said, " host="),
        Result.DELIVERED,
        reply.isEmpty() ? value(said, " response=") : reply,
        deliveries);
  }

  private void told(
      LogLine line,
      String uuid,
      Collection<String> recipients,
      String host,
      Result result,
      String reply,
      Consumer<? super Delivery> deliveries) {
    @Nullable Transaction transaction = transactions.get(parent(line, uuid));
    for (String recipient : recipients) {
      deliveries.accept(
          new Delivery(
              line.time(),
              line.host() + '/' + uuid,
              transaction == null ? "" : transaction.sender,
              recipient,
              host,
              result,
              reply));
    }
  }

  /** A plugin's words for an answer of the next host are no part of it. */
  private static String withoutPrefix(String why) {
    return why.startsWith("Upstream error: ") ? why.substring(16) : why;
  }

  /** The transaction that a message came in with: its id without the last number. */
  private static String parent(LogLine line, String uuid) {
    int dot = uuid.lastIndexOf('.');
    return line.host() + '/' + (dot < 0 ? uuid : uuid.substring(0, dot));
  }

  private static String domain(String recipient) {
    return recipient.substring(recipient.lastIndexOf('@') + 1);
  }

  /** A value in quotes, or up to the next space. */
  private static String value(String said, String name) {
    int start = Cut.end(said, 0, name);
    if (start < 0) {
      return "";
    }
    if (said.startsWith("\"", start)) {
      return Cut.between(said, start, "\"", "\"");
    }
    int end = said.indexOf(' ', start);
    return said.substring(start, end < 0 ? said.length() : end);
  }

  /** At least one: a line that tells of a delivery tells of a recipient. */
  private static int count(String digits) {
    int count = 0;
    for (int i = 0; i < digits.length() && count < MOST_RECIPIENTS; i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return 1;
      }
      count = 10 * count + c - '0';
    }
    return Math.max(1, Math.min(count, MOST_RECIPIENTS));
  }
}
