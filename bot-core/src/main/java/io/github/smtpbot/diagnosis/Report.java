package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.diagnosis.Draft.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a bounce says twice: in words for people, and in fields for programs. One
 * draft for each recipient. Immutable; safe for use by many threads.
 */
final class Report {

  private static final int LONGEST_CONTEXT = 4_000;

  /** What is read after a recipient's address where there are several. */
  private static final int AROUND_RECIPIENT = 300;

  private static final int MOST_RECIPIENTS = 200;

  private static final String[] DELAYS = {
    "need to resend", "not need to resend", "warning message only", "warning only",
        "has been delayed",
    "is delayed", "will be retried", "not yet been delivered", "will keep trying",
        "temporary failure report"
  };

  private static final String[] FAILURES = {
    "permanent error",
    "permanent fatal error",
    "permanent failure",
    "given up",
    "failed permanently",
    "could not be delivered",
    "couldn't be delivered",
    "cannot be delivered",
    "was not delivered",
    "did not reach",
    "unable to deliver",
    "undeliverable",
    "error delivering",
    "delivery has failed",
    "error has occurred while attempting to deliver"
  };

  private final CodeReader codes;
  private final ReplyScanner scanner;
  private final FailureScanner failures;

  Report(CodeReader codes, ReplyScanner scanner, FailureScanner failures) {
    this.codes = codes;
    this.scanner = scanner;
    this.failures = failures;
  }

  /**
   * The drafts of a report.
   *
   * @param prose its words, cleaned, without the returned message
   * @param fields its fields
   * @param failedRecipients the recipients that its header names, or an empty text
   */
  List<Draft> read(String prose, StatusFields fields, String failedRecipients) {
    List<TextLine> lines = LineReader.read(prose);
    List<Draft> spoken = scanner.scan(lines, true);
    List<Map<String, String>> groups = fields.recipients();
    List<Draft> drafts = new ArrayList<>();
    for (Map<String, String> group : groups) {
      if (drafts.size() < MOST_RECIPIENTS) {
        drafts.add(ofFields(group, prose, spoken, groups.size() == 1));
      }
    }
    if (drafts.isEmpty()) {
      drafts = ofProse(spoken);
    }
    if (drafts.isEmpty()) {
      drafts = failuresOf(lines);
    }
    if (drafts.isEmpty()) {
      drafts.add(new Draft());
    }
    Action outcome = outcome(prose);
    String only = Addresses.firstAddress(failedRecipients, 0, failedRecipients.length());
    for (Draft draft : drafts) {
      if (draft.recipient == null) {
        draft.recipient = only;
      }
      if (draft.action == null && groups.isEmpty()) {
        draft.action = outcome;
      }
      if (draft.context.isEmpty()) {
        draft.context = context(prose);
      }
      draft.reportingHost = fields.reportingHost();
    }
    return drafts;
  }

  /** What a report's first words say became of the message, or null. */
  private static @Nullable Action outcome(String prose) {
    String start = context(prose).toLowerCase(Locale.ROOT);
    for (String words : DELAYS) {
      if (start.contains(words)) {
        return Action.DELAYED;
      }
    }
    for (String words : FAILURES) {
      if (start.contains(words)) {
        return Action.FAILED;
      }
    }
    return null;
  }

  private static String context(String prose) {
    return prose.length() > LONGEST_CONTEXT ? prose.substring(0, LONGEST_CONTEXT) : prose;
  }

  private Draft ofFields(
      Map<String, String> group, String prose, List<Draft> spoken, boolean alone) {
    Draft draft = new Draft();
    draft.recipient = StatusFields.recipient(group);
    draft.action = action(group.getOrDefault("action", ""));
    draft.remoteHost = StatusFields.host(group.get("remote-mta"));
    String status = group.getOrDefault("status", "");
    CodeReader.Enhanced code = codes.enhancedAt(status, 0);
    draft.status = code == null ? null : code.code();
    String comment = code == null ? "" : status.substring(code.end());
    diagnose(draft, group.getOrDefault("diagnostic-code", ""));
    complete(draft, spoken, alone);
    if (draft.status != null && isVague(draft.status) && draft.code == null && alone) {
      // The prose may hold a better status: (#5.1.1).
      spoken.stream()
          .filter(other -> other.code == null && other.enhanced != null)
          .findFirst()
          .ifPresent(other -> draft.enhanced = other.enhanced);
    }
    draft.context = comment + "\n" + around(draft.recipient, prose, alone);
    return draft;
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
  private void diagnose(Draft draft, String value) {
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
    String said = Cleaner.clean(semicolon < 0 ? value : value.substring(semicolon + 1)).trim();
    List<TextLine> line =
        List.of(new TextLine(smtp ? TextLine.Kind.SERVER : TextLine.Kind.PROSE, said, false));
    List<Draft> found = scanner.scan(line, true);
    if (found.isEmpty()) {
      draft.text = said;
      return;
    }
    Draft reply = found.get(0);
    draft.code = reply.code;
    draft.enhanced = reply.enhanced;
    draft.text = reply.text;
    draft.command = reply.command;
    if (draft.remoteHost == null) {
      draft.remoteHost = reply.remoteHost;
    }
  }

  /** Fills in what the prose tells about the same reply. */
  private static void complete(Draft draft, List<Draft> spoken, boolean alone) {
    Draft twin = null;
    for (Draft other : spoken) {
      boolean same =
          (draft.recipient != null && draft.recipient.equalsIgnoreCase(other.recipient))
              || other.recipient == null
              || alone;
      if (!same && !draft.isReply()) {
        continue;
      }
      if (draft.isReply()) {
        if (draft.code != null
            && draft.code.equals(other.code)
            && sameWords(draft, other)
            && (twin == null || other.text.length() > twin.text.length() + 3)) {
          twin = other;
        }
      } else if (other.code != null
          && other.severityDigit() == draft.severityDigit()
          && (twin == null || rank(other) < rank(twin))) {
        twin = other;
      }
    }
    if (twin == null) {
      return;
    }
    if (draft.code == null) {
      draft.code = twin.code;
      draft.text = draft.text.isEmpty() ? twin.text : draft.text + " " + twin.text;
    } else if (twin.text.length() > draft.text.length()) {
      draft.text = twin.text;
    }
    draft.enhanced =
        draft.enhanced == null && !isVagueOrNull(twin.enhanced) ? twin.enhanced : draft.enhanced;
    draft.command = draft.command == null ? twin.command : draft.command;
    draft.remoteHost = draft.remoteHost == null ? twin.remoteHost : draft.remoteHost;
  }

  private static boolean isVagueOrNull(@Nullable EnhancedStatusCode code) {
    return code == null || isVague(code);
  }

  private static boolean sameWords(Draft one, Draft other) {
    int length = Math.min(12, Math.min(one.text.length(), other.text.length()));
    return one.text.regionMatches(true, 0, other.text, 0, length);
  }

  /** What a report's prose says: for each recipient the reply that tells most. */
  private static List<Draft> ofProse(List<Draft> spoken) {
    Map<String, Draft> best = new LinkedHashMap<>();
    nameRecipients(spoken);
    for (Draft draft : spoken) {
      if (draft.severityDigit() < 4
          && spoken.stream().anyMatch(other -> other.severityDigit() > 3)) {
        continue;
      }
      String key = draft.recipient == null ? "" : draft.recipient.toLowerCase(Locale.ROOT);
      Draft other = best.get(key);
      if (other == null || rank(draft) < rank(other)) {
        best.put(key, draft);
      }
    }
    Draft anonymous = best.get("");
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
  private static void nameRecipients(List<Draft> spoken) {
    Draft anonymous = null;
    for (Draft draft : spoken) {
      if (draft.recipient == null) {
        anonymous = anonymous == null && rank(draft) == 1 ? draft : anonymous;
      } else {
        if (anonymous != null && draft.code != null && draft.text.contains("... ")) {
          anonymous.recipient = draft.recipient;
        }
        anonymous = null;
      }
    }
  }

  /** How little a reply tells: those that only follow from an earlier one come last. */
  private static int rank(Draft draft) {
    int code = draft.code == null ? 0 : draft.code.value();
    String lower = draft.text.toLowerCase(Locale.ROOT);
    if (code == 503
        || lower.contains("valid recipients")
        || lower.contains("too many errors")
        || lower.startsWith("service unavailable")) {
      return 9;
    }
    return code / 100 == 4 ? 2 : code == 0 ? 3 : 1;
  }

  /** What a report without any code says: for each recipient the first wording that tells. */
  private List<Draft> failuresOf(List<TextLine> lines) {
    Map<String, Draft> byRecipient = new LinkedHashMap<>();
    for (Draft draft : failures.scan(lines, true)) {
      String key = draft.recipient == null ? "" : draft.recipient.toLowerCase(Locale.ROOT);
      Draft other = byRecipient.get(key);
      if (other == null) {
        byRecipient.put(key, draft);
      } else {
        other.text = other.text + "\n" + draft.text;
      }
    }
    if (byRecipient.size() > 1) {
      byRecipient.remove("");
    }
    return new ArrayList<>(byRecipient.values());
  }

  private static @Nullable Action action(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.startsWith("fail")) {
      return Action.FAILED;
    }
    if (lower.startsWith("delay")) {
      return Action.DELAYED;
    }
    return lower.startsWith("deliver") || lower.startsWith("relay") || lower.startsWith("expand")
        ? Action.DELIVERED
        : null;
  }
}
