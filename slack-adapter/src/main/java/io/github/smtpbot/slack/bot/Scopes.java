package io.github.smtpbot.slack.bot;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bot's token may do, as Slack says it with each answer, and what is amiss. */
final class Scopes {

  private static final String HEADER = "x-oauth-scopes";

  private Scopes() {}

  /**
   * Says which scopes are missing and what does not work without them; empty if none is, or if
   * Slack does not say what there are.
   *
   * @param reaction whether a reaction is answered
   */
  static String missing(AuthTestResponse self, boolean reaction) {
    Set<String> granted = granted(self);
    StringJoiner missing = new StringJoiner(", ");
    if (!granted.isEmpty()) {
      uses(reaction)
          .forEach(
              (scope, what) -> {
                if (!granted.contains(scope)) {
                  missing.add(scope + " (" + what + ")");
                }
              });
    }
    return missing.toString();
  }

  /** What the bot asks for where a workspace installs it, with commas. */
  static String needed(boolean reaction) {
    return String.join(",", uses(reaction).keySet());
  }

  private static Map<String, String> uses(boolean reaction) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("commands", "/smtp and the shortcuts");
    needed.put("chat:write", "answers");
    needed.put("app_mentions:read", "mentions");
    needed.put("im:history", "direct messages");
    needed.put("files:read", "attached files");
    needed.put("files:write", "pictures of logs");
    needed.put("users:read", "the language of the reader");
    if (reaction) {
      needed.put("reactions:read", "the reaction");
      needed.put("channels:history", "messages that are reacted to");
    }
    return needed;
  }

  private static Set<String> granted(AuthTestResponse self) {
    Map<String, List<String>> headers = self.getHttpResponseHeaders();
    if (headers == null) {
      return Set.of();
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(HEADER))
        .flatMap(header -> header.getValue().stream())
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }
}
