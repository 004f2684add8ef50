package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.OutcomeWords;
import io.github.smtpbot.diagnosis.form.Said;
import io.github.smtpbot.diagnosis.form.StatusFields;
import io.github.smtpbot.diagnosis.form.Surroundings;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a bounce says twice: in words for people, and in fields for programs. One
 * reply for each recipient. Immutable; safe for use by many threads.
 */
final class ReportReader {

  private static final int LONGEST_CONTEXT = 4_000;

  /** What is read after a recipient's address where there are several. */
  private static final int AROUND_RECIPIENT = 300;

  private static final int MOST_RECIPIENTS = 200;

  private final CodeReader codes;
  private final ReplyScanner scanner;
  private final FailureScanner failures;
  private final ProseReplies prose;

  ReportReader(CodeReader codes, ReplyScanner scanner, FailureScanner failures, ReadingCues cues) {
    this.codes = codes;
    this.scanner = scanner;
    this.failures = failures;
    this.prose = new ProseReplies(cues);
  }

  /** The replies of a report; at least one, since a report tells of a failure whatever it says. */
  List<ReplyBuilder> read(Said said) {
    List<ReplyBuilder> spoken = scanner.scan(said.lines(), said.around());
    List<Map<String, String>> groups = said.fields().recipients();
    List<ReplyBuilder> replies = new ArrayList<>();
    for (Map<String, String> group : groups) {
      if (replies.size() < MOST_RECIPIENTS) {
        replies.add(ofFields(group, said.words(), spoken, groups.size() == 1));
      }
    }
    for (ReplyBuilder reply : replies) {
      reply.context = withoutOthers(reply, replies);
    }
    if (replies.isEmpty()) {
      replies = prose.best(spoken);
    }
    if (replies.isEmpty()) {
      replies = failuresOf(said);
    }
    if (replies.isEmpty()) {
      replies.add(new ReplyBuilder());
    }
    String context = context(said.words());
    String only = Addresses.next(said.failedRecipients(), 0);
    for (ReplyBuilder reply : replies) {
      if (reply.recipient == null) {
        reply.recipient = only;
      }
      if (reply.outcome == null && groups.isEmpty()) {
        reply.outcome = said.outcome();
      }
      if (reply.context.isEmpty()) {
        reply.context = context;
      }
    }
    return replies;
  }

  private static String context(String prose) {
    return prose.length() > LONGEST_CONTEXT ? prose.substring(0, LONGEST_CONTEXT) : prose;
  }

  private ReplyBuilder ofFields(
      Map<String, String> group, String words, List<ReplyBuilder> spoken, boolean alone) {
    ReplyBuilder reply = new ReplyBuilder();
    reply.recipient = StatusFields.recipient(group);
    reply.outcome = OutcomeWords.ofField(group.getOrDefault("action", ""));
    reply.remoteHost = StatusFields.host(group.get("remote-mta"));
    String status = group.getOrDefault("status", "");
    CodeReader.Enhanced code = codes.enhancedAt(status, 0);
    reply.status = code == null ? null : code.code();
    String comment = code == null ? "" : status.substring(code.end());
    diagnose(reply, group.getOrDefault("diagnostic-code", ""));
    prose.complete(reply, spoken, alone);
    if (reply.status != null && ProseReplies.isVague(reply.status) && reply.code == null && alone) {
      // The prose may hold a better status: (#5.1.1).
      spoken.stream()
          .filter(other -> other.code == null && other.enhanced != null)
          .findFirst()
          .ifPresent(other -> reply.enhanced = other.enhanced);
    }
    reply.context = comment + "\n" + around(reply.recipient, words, alone);
    return reply;
  }

  /** The words near a recipient's address; all words where there is but one recipient. */
  private static String around(@Nullable String recipient, String prose, boolean alone) {
    if (alone || recipient == null) {
      return context(prose);
    }
    int at = prose.indexOf(recipient);
    return at < 0 ? "" : prose.substring(at, Math.min(prose.length(), at + AROUND_RECIPIENT));
  }

  /** The words near a recipient's address as far as they are not near another's. */
  private static String withoutOthers(ReplyBuilder reply, List<ReplyBuilder> all) {
    String recipient = reply.recipient;
    String words = reply.context;
    int own = recipient == null ? -1 : words.indexOf(recipient);
    if (recipient == null || own < 0) {
      return words;
    }
    for (ReplyBuilder other : all) {
      String another = other.recipient;
      if (another != null && !another.equalsIgnoreCase(recipient)) {
        int begins = words.indexOf(another, own + recipient.length());
        words = begins < 0 ? words : words.substring(0, begins);
      }
    }
    return words;
  }

  /** Reads the field Diagnostic-Code: its type, then what the other server said. */
  private void diagnose(ReplyBuilder reply, String value) {
    if (value.isBlank()) {
      return;
    }
    int semicolon = value.indexOf(';');
    String type =
        semicolon < 0 ? "" : value.substring(0, semicolon).trim().toLowerCase(Locale.ROOT);
    if (type.indexOf(' ') >= 0 || type.length() > 24) {
      // No type at all: the semicolon belongs to the reply.
      type = "";
      semicolon = -1;
    }
    boolean smtp = type.equals("smtp") || type.equals("lmtp") || type.isEmpty();
    String said = (semicolon < 0 ? value : value.substring(semicolon + 1)).trim();
    List<TextLine> line =
        List.of(new TextLine(smtp ? TextLine.Kind.SERVER : TextLine.Kind.PROSE, said, false));
    List<ReplyBuilder> found = scanner.scan(line, Surroundings.FIELD);
    if (found.isEmpty()) {
      reply.text = said;
      return;
    }
    ReplyBuilder quoted = found.get(0);
    reply.code = quoted.code;
    reply.enhanced = quoted.enhanced;
    reply.text = quoted.text;
    reply.command = quoted.command;
    if (reply.remoteHost == null) {
      reply.remoteHost = quoted.remoteHost;
    }
  }

  /** What a report without any code says: for each recipient the first wording that tells. */
  private List<ReplyBuilder> failuresOf(Said said) {
    Map<String, ReplyBuilder> byRecipient = new LinkedHashMap<>();
    for (ReplyBuilder reply : failures.scan(said.lines(), said.around())) {
      String key = reply.recipient == null ? "" : reply.recipient.toLowerCase(Locale.ROOT);
      ReplyBuilder other = byRecipient.get(key);
      if (other == null) {
        byRecipient.put(key, reply);
      } else {
        other.text = other.text + "\n" + reply.text;
      }
    }
    if (byRecipient.size() > 1) {
      byRecipient.remove("");
    }
    return new ArrayList<>(byRecipient.values());
  }
}
