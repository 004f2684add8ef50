package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReadingCue;
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
  private final ReadingCues cues;

  ReportReader(CodeReader codes, ReplyScanner scanner, FailureScanner failures, ReadingCues cues) {
    this.codes = codes;
    this.scanner = scanner;
    this.failures = failures;
    this.cues = cues;
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
    if (replies.isEmpty()) {
      replies = ofProse(spoken);
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
      Map<String, String> group, String prose, List<ReplyBuilder> spoken, boolean alone) {
    ReplyBuilder reply = new ReplyBuilder();
    reply.recipient = StatusFields.recipient(group);
    reply.outcome = OutcomeWords.ofField(group.getOrDefault("action", ""));
    reply.remoteHost = StatusFields.host(group.get("remote-mta"));
    String status = group.getOrDefault("status", "");
    CodeReader.Enhanced code = codes.enhancedAt(status, 0);
    reply.status = code == null ? null : code.code();
    String comment = code == null ? "" : status.substring(code.end());
    diagnose(reply, group.getOrDefault("diagnostic-code", ""));
    complete(reply, spoken, alone);
    if (reply.status != null && isVague(reply.status) && reply.code == null && alone) {
      // The prose may hold a better status: (#5.1.1).
      spoken.stream()
          .filter(other -> other.code == null && other.enhanced != null)
          .findFirst()
          .ifPresent(other -> reply.enhanced = other.enhanced);
    }
    reply.context = comment + "\n" + around(reply.recipient, prose, alone);
    return reply;
  }

  private static boolean isVague(EnhancedStatusCode code) {
    return code.subject() == 0 && code.detail() == 0;
  }

  /** The words near a recipient's address; all words where there is but one recipient. */
  private static String around(@Nullable String recipient, String prose, boolean alone) {
    if (alone || recipient == null) {
      return context(prose);
    }
    int at = prose.indexOf(recipient);
    return at < 0 ? "" : prose.substring(at, Math.min(prose.length(), at + AROUND_RECIPIENT));
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

  /** Fills in what the prose tells about the same reply. */
  private void complete(ReplyBuilder reply, List<ReplyBuilder> spoken, boolean alone) {
    ReplyBuilder twin = null;
    for (ReplyBuilder other : spoken) {
      boolean same =
          (reply.recipient != null && reply.recipient.equalsIgnoreCase(other.recipient))
              || other.recipient == null
              || alone;
      if (!same && !reply.isReply()) {
        continue;
      }
      if (reply.isReply()) {
        if (reply.code != null
            && reply.code.equals(other.code)
            && sameWords(reply, other)
            && (twin == null || other.text.length() > twin.text.length() + 3)) {
          twin = other;
        }
      } else if (other.code != null
          && other.severityDigit() == reply.severityDigit()
          && (twin == null || rank(other) < rank(twin))) {
        twin = other;
      }
    }
    if (twin == null) {
      return;
    }
    if (reply.code == null) {
      reply.code = twin.code;
      reply.text = reply.text.isEmpty() ? twin.text : reply.text + " " + twin.text;
    } else if (twin.text.length() > reply.text.length()) {
      reply.text = twin.text;
    }
    reply.enhanced =
        reply.enhanced == null && !isVagueOrNull(twin.enhanced) ? twin.enhanced : reply.enhanced;
    reply.command = reply.command == null ? twin.command : reply.command;
    reply.remoteHost = reply.remoteHost == null ? twin.remoteHost : reply.remoteHost;
  }

  private static boolean isVagueOrNull(@Nullable EnhancedStatusCode code) {
    return code == null || isVague(code);
  }

  private static boolean sameWords(ReplyBuilder one, ReplyBuilder other) {
    int length = Math.min(12, Math.min(one.text.length(), other.text.length()));
    return one.text.regionMatches(true, 0, other.text, 0, length);
  }

  /** What a report's prose says: for each recipient the reply that tells most. */
  private List<ReplyBuilder> ofProse(List<ReplyBuilder> spoken) {
    Map<String, ReplyBuilder> best = new LinkedHashMap<>();
    nameRecipients(spoken);
    for (ReplyBuilder reply : spoken) {
      if (reply.severityDigit() < 4
          && spoken.stream().anyMatch(other -> other.severityDigit() > 3)) {
        continue;
      }
      String key = reply.recipient == null ? "" : reply.recipient.toLowerCase(Locale.ROOT);
      ReplyBuilder other = best.get(key);
      if (other == null || rank(reply) < rank(other)) {
        best.put(key, reply);
      }
    }
    ReplyBuilder anonymous = best.get("");
    if (anonymous != null && best.size() > 1) {
      boolean told =
          best.values().stream()
              .anyMatch(other -> other != anonymous && rank(other) <= rank(anonymous));
      if (told) {
        best.remove("");
      }
    }
    return new ArrayList<>(best.values());
  }

  /** In a transcript, the line that sums a refusal up names the recipient of the one before. */
  private void nameRecipients(List<ReplyBuilder> spoken) {
    ReplyBuilder anonymous = null;
    for (ReplyBuilder reply : spoken) {
      if (reply.recipient == null) {
        anonymous = anonymous == null && rank(reply) == 1 ? reply : anonymous;
      } else {
        if (anonymous != null && reply.code != null && reply.text.contains("... ")) {
          anonymous.recipient = reply.recipient;
        }
        anonymous = null;
      }
    }
  }

  /** How little a reply tells: those that only follow from an earlier one come last. */
  private int rank(ReplyBuilder reply) {
    int code = reply.code == null ? 0 : reply.code.value();
    String lower = reply.text.toLowerCase(Locale.ROOT);
    if (code == 503
        || cues.isIn(ReadingCue.FOLLOW_UPS, lower)
        || lower.startsWith("service unavailable")) {
      return 9;
    }
    return code / 100 == 4 ? 2 : code == 0 ? 3 : 1;
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
