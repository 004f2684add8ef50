package io.github.smtpbot.slack.fake;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Workspaces and organisations that install the app: {@code oauth.v2.access} gives each a token of
 * its own, and {@code auth.test} tells whose it is.
 */
public final class Workspaces {

  /** A code that Slack sends a browser back with, or a token, is for this. */
  private record Workspace(@Nullable String team, @Nullable String enterprise, boolean org) {}

  private final Map<String, Workspace> codes = new ConcurrentHashMap<>();
  private final Map<String, Workspace> tokens = new ConcurrentHashMap<>();
  private final Map<String, Workspace> refreshTokens = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger made = new AtomicInteger();
  private volatile long expiresIn;

  /** Somebody consents in a workspace; the code is good for once. */
  public String consent(String team, @Nullable String enterprise) {
    return code(new Workspace(team, enterprise, false));
  }

  /** Somebody consents for all of an organisation. */
  public String consentOfOrganisation(String enterprise) {
    return code(new Workspace(null, enterprise, true));
  }

  private String code(Workspace workspace) {
    String code = "code-" + made.incrementAndGet();
    codes.put(code, workspace);
    return code;
  }

  /** From now on tokens end after so many seconds, and are rotated. */
  public void rotate(long seconds) {
    expiresIn = seconds;
  }

  /** The tokens of a workspace are of no use any more. */
  public void revoke(String team) {
    tokens.forEach(
        (token, workspace) -> {
          if (team.equals(workspace.team())) {
            revoked.add(token);
          }
        });
  }

  /** Why a call is refused; null if it is not. */
  @Nullable String refuses(String method, String token) {
    if (revoked.contains(token)) {
      return "token_revoked";
    }
    return null;
  }

  /**
   * Adds what a method answers.
   *
   * @param credentials a token, or what a client proves itself by
   */
  void fill(JsonObject answer, String method, JsonObject form, String credentials) {
    String token = credentials;
    if (method.equals("oauth.v2.access")) {
      access(answer, form, credentials);
    } else if (method.equals("auth.test") && tokens.containsKey(token)) {
      Workspace workspace = Objects.requireNonNull(tokens.get(token));
      String team = workspace.team() == null ? workspace.enterprise() : workspace.team();
      answer.addProperty("team_id", team);
      answer.addProperty("user_id", "UBOT" + team);
      answer.addProperty("bot_id", "BBOT" + team);
      answer.addProperty("enterprise_id", workspace.enterprise());
      answer.addProperty("is_enterprise_install", workspace.org());
    }
  }

  private void access(JsonObject answer, JsonObject form, String credentials) {
    String client = FakeSlack.CLIENT_ID + ":" + FakeSlack.CLIENT_SECRET;
    boolean ours =
        Base64.getEncoder()
            .encodeToString(client.getBytes(StandardCharsets.UTF_8))
            .equals(credentials);
    boolean refresh = "refresh_token".equals(text(form, "grant_type"));
    Workspace workspace =
        refresh
            ? refreshTokens.remove(text(form, "refresh_token"))
            : codes.remove(text(form, "code"));
    if (!ours || workspace == null) {
      answer.addProperty("ok", false);
      answer.addProperty("error", refresh ? "invalid_refresh_token" : "invalid_code");
      return;
    }
    String token = "xoxb-of-" + workspace.team() + "-" + made.incrementAndGet();
    tokens.put(token, workspace);
    answer.addProperty("access_token", token);
    answer.addProperty("token_type", "bot");
    answer.addProperty("scope", "commands,chat:write");
    answer.addProperty("app_id", "A1");
    answer.addProperty("bot_user_id", "UBOT" + workspace.team());
    answer.addProperty("is_enterprise_install", workspace.org());
    answer.add("authed_user", Payloads.json("{'id':'UINSTALLER'}"));
    if (workspace.team() != null) {
      answer.add("team", Payloads.json("{'id':'" + workspace.team() + "','name':'<Team>'}"));
    }
    if (workspace.enterprise() != null) {
      answer.add("enterprise", Payloads.json("{'id':'" + workspace.enterprise() + "'}"));
    }
    if (expiresIn > 0) {
      String next = "xoxe-refresh-" + made.incrementAndGet();
      refreshTokens.put(next, workspace);
      answer.addProperty("refresh_token", next);
      answer.addProperty("expires_in", expiresIn);
    }
  }

  private static String text(JsonObject form, String name) {
    return form.has(name) ? form.get(name).getAsString() : "";
  }
}
