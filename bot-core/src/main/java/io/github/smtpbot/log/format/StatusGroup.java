package io.github.smtpbot.log.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a delivery status (RFC 3464 §2) up to an empty line. */
record StatusGroup(Map<String, String> fields) {

  /** The first group is of the message, the others each of a recipient. */
  static List<StatusGroup> in(String status) {
    List<StatusGroup> groups = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    String last = "";
    for (String line : (Iterable<String>) status.lines()::iterator) {
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        if (!fields.isEmpty()) {
          groups.add(new StatusGroup(fields));
          fields = new HashMap<>();
        }
      } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        String more = ' ' + line.strip();
        fields.computeIfPresent(last, (name, value) -> value + more);
      } else if (colon > 0) {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(last, line.substring(colon + 1).strip());
      }
    }
    if (!fields.isEmpty()) {
      groups.add(new StatusGroup(fields));
    }
    return groups;
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The address it failed for; where it was sent to first, if that is told. */
  String recipient() {
    String original = afterType(field("original-recipient"));
    return original.isEmpty() ? afterType(field("final-recipient")) : original;
  }

  /** Who answered; without one, who reports. */
  String host(StatusGroup message) {
    String remote = afterType(field("remote-mta"));
    return remote.isEmpty() ? afterType(message.field("reporting-mta")) : remote;
  }

  /** The answer itself, or the fields that say what there is to say. */
  String reply() {
    String diagnostic = field("diagnostic-code");
    String said = afterType(diagnostic);
    boolean smtp = diagnostic.toLowerCase(Locale.ROOT).startsWith("smtp");
    if (smtp && !said.isEmpty() && Character.isDigit(said.charAt(0))) {
      return said;
    }
    String fields = "Action: " + field("action") + "\nStatus: " + field("status");
    return diagnostic.isEmpty() ? fields : fields + "\nDiagnostic-Code: " + diagnostic;
  }

  /** {@code rfc822; anna@example.com}, {@code dns; mx.example.com}. */
  private static String afterType(String value) {
    int semicolon = value.indexOf(';');
    String bare = semicolon < 0 ? value : value.substring(semicolon + 1).strip();
    return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
  }
}
