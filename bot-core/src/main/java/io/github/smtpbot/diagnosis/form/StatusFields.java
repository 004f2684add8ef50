package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a delivery status notification (RFC 3464), one group for the message and one for
 * each recipient; read from its own part or from the middle of a text. Linear in the text.
 */
public final class StatusFields {

  private static final String[] NAMES = {
    "reporting-mta",
    "final-recipient",
    "original-recipient",
    "action",
    "status",
    "remote-mta",
    "diagnostic-code",
    "x-actual-recipient",
    "last-attempt-date",
    "will-retry-until",
    "arrival-date",
    "received-from-mta",
    "x-original-to"
  };

  private static final int LONGEST_FIELD = 4_000;

  private static final StatusFields NONE = new StatusFields();

  private final List<Map<String, String>> groups = new ArrayList<>(0);
  private final List<Map<String, String>> recipients = new ArrayList<>(0);

  private StatusFields() {}

  /** Reads every group that a text holds. */
  public static StatusFields read(String report) {
    if (report.indexOf(':') < 0) {
      return NONE;
    }
    String text = ManyLines.join(report).text();
    StatusFields fields = new StatusFields();
    Map<String, String> group = new HashMap<>();
    String name = null;
    StringBuilder value = new StringBuilder();
    int from = 0;
    int indent = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      int end = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
      int start = afterSigns(text, from, end);
      boolean blank = start == end;
      // Somebody may have pasted all of it indented, or as a quotation.
      boolean folded = !blank && start - from > indent;
      if (folded && name != null) {
        if (value.length() < LONGEST_FIELD) {
          value
              .append(' ')
              .append(text.substring(start, Math.min(end, start + LONGEST_FIELD)).trim());
        }
      } else {
        if (name != null) {
          group = fields.put(group, name, value.toString());
        }
        indent = start - from;
        name = blank ? null : name(text, start, end);
        value.setLength(0);
        if (name != null) {
          int valueFrom = start + name.length() + 1;
          value.append(text, valueFrom, Math.min(end, valueFrom + LONGEST_FIELD));
        } else if (blank) {
          group = fields.finish(group);
        }
      }
      from = to + 1;
    }
    if (name != null) {
      group = fields.put(group, name, value.toString());
    }
    fields.finish(group);
    return fields;
  }

  private Map<String, String> put(Map<String, String> group, String name, String value) {
    Map<String, String> current = group;
    boolean again =
        (name.equals("final-recipient") && group.containsKey("final-recipient"))
            || (name.equals("original-recipient") && group.containsKey("original-recipient"));
    if (again) {
      current = finish(group);
    }
    current.putIfAbsent(name, value.trim());
    return current;
  }

  private Map<String, String> finish(Map<String, String> group) {
    if (!group.isEmpty()) {
      groups.add(group);
      if (isRecipient(group)) {
        recipients.add(group);
      }
      return new HashMap<>();
    }
    return group;
  }

  /** The groups that are about a recipient. */
  public List<Map<String, String>> recipients() {
    return Collections.unmodifiableList(recipients);
  }

  private static boolean isRecipient(Map<String, String> group) {
    boolean address = recipient(group) != null;
    return (address && (group.containsKey("action") || group.containsKey("status")))
        || group.containsKey("diagnostic-code")
        || (group.containsKey("action") && group.containsKey("status"));
  }

  /** The host that reports, or null. */
  public @Nullable String reportingHost() {
    for (Map<String, String> group : groups) {
      String host = host(group.get("reporting-mta"));
      if (host != null) {
        return host;
      }
    }
    return null;
  }

  /** The recipient's address of a group, or null. */
  public static @Nullable String recipient(Map<String, String> group) {
    for (String name : List.of("final-recipient", "original-recipient", "x-actual-recipient")) {
      String value = group.get(name);
      if (value != null) {
        String address = Addresses.next(value, Math.max(0, value.indexOf(';')));
        if (address != null) {
          return address;
        }
      }
    }
    return null;
  }

  /** The host name in {@code dns; mx.example.org (192.0.2.1)}, or null. */
  public static @Nullable String host(@Nullable String value) {
    if (value == null) {
      return null;
    }
    int from = value.indexOf(';') + 1;
    while (from < value.length() && value.charAt(from) == ' ') {
      from++;
    }
    return HostNames.hostAt(value, from);
  }

  private static @Nullable String name(String text, int from, int to) {
    int colon = from;
    int limit = Math.min(to, from + 24);
    while (colon < limit && text.charAt(colon) != ':') {
      colon++;
    }
    if (colon == limit) {
      return null;
    }
    for (String known : NAMES) {
      if (known.length() == colon - from
          && text.regionMatches(true, from, known, 0, colon - from)) {
        return known;
      }
    }
    return null;
  }

  private static int afterSigns(String text, int from, int to) {
    int at = from;
    while (at < to && " \t>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
