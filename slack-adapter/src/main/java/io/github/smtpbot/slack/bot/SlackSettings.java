package io.github.smtpbot.slack.bot;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.owner.OwnerException;
import io.github.smtpbot.owner.OwnerSettings;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.slack.Visibility;
import io.github.smtpbot.store.StoreSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the bot, read from the environment and checked.
 *
 * @param botToken {@code xoxb-…}; null where workspaces install the app themselves
 * @param appToken {@code xapp-…}; null in {@link Mode#HTTP}
 * @param signingSecret null in {@link Mode#SOCKET}
 * @param mode how Slack reaches the bot
 * @param port where it listens in {@link Mode#HTTP}; 0 for any free port
 * @param apiUrl the root of Slack's Web API; ends with a slash
 * @param visibility who sees the answer to {@code /smtp} at first
 * @param language of what all read; null for that of whoever asks
 * @param reaction the name of the emoji that asks about a message; null if none does
 * @param oauth by which workspaces install the app; null if there is but one
 * @param owner what else the owner wants
 * @param mcpToken of programs that may use the tools at {@code /mcp}; null if none may
 */
record SlackSettings(
    @Nullable String botToken,
    @Nullable String appToken,
    @Nullable String signingSecret,
    Mode mode,
    int port,
    String apiUrl,
    Visibility visibility,
    @Nullable Locale language,
    @Nullable String reaction,
    @Nullable OAuthSettings oauth,
    OwnerSettings owner,
    @Nullable String mcpToken) {

  static final String DEFAULT_API_URL = "https://slack.com/api/";
  static final String GOV_API_URL = "https://slack-gov.com/api/";
  static final int DEFAULT_PORT = 3000;

  private static final int SHORTEST_TOKEN = 16;

  private static final String APP_TOKEN_PAGE =
      "make one (xapp-...) with the scope connections:write on the page Basic Information of your"
          + " app, under App-Level Tokens";
  private static final String SECRET_PAGE =
      "it stands on the page Basic Information of your app, under App Credentials";

  /** How Slack reaches the bot. */
  enum Mode {
    SOCKET,
    HTTP
  }

  /**
   * Reads the settings.
   *
   * @throws StartException if one is missing or wrong; the message never holds a secret
   */
  static SlackSettings of(Map<String, String> environment) throws StartException {
    String botToken = find(environment, "SLACK_BOT_TOKEN");
    String appToken = find(environment, "SLACK_APP_TOKEN");
    String secret = find(environment, "SLACK_SIGNING_SECRET");
    OAuthSettings oauth = OAuthSettings.of(environment);
    OwnerSettings owner = owner(environment);
    checkTeams(botToken, oauth, owner.store());
    Mode mode = mode(find(environment, "SMTPBOT_SLACK_MODE"), appToken, secret);
    if (mode == Mode.SOCKET) {
      if (appToken == null) {
        throw StartException.usage(
            "SLACK_APP_TOKEN is not set: Socket Mode needs it; " + APP_TOKEN_PAGE);
      }
      checkToken("SLACK_APP_TOKEN", appToken, "xapp-");
    } else if (secret == null) {
      throw StartException.usage(
          "SLACK_SIGNING_SECRET is not set: HTTP mode needs it; " + SECRET_PAGE);
    }
    return new SlackSettings(
        botToken,
        mode == Mode.SOCKET ? appToken : null,
        mode == Mode.HTTP ? secret : null,
        mode,
        port(find(environment, "PORT")),
        apiUrl(find(environment, "SLACK_API_URL")),
        visibility(find(environment, "SMTPBOT_SLACK_VISIBILITY")),
        language(find(environment, "SMTPBOT_SLACK_LANGUAGE")),
        reaction(find(environment, "SMTPBOT_SLACK_REACTION")),
        oauth,
        owner,
        mcpToken(find(environment, "SMTPBOT_MCP_TOKEN"), mode == Mode.HTTP || oauth != null));
  }

  private static OwnerSettings owner(Map<String, String> environment) throws StartException {
    try {
      return OwnerSettings.of(environment);
    } catch (OwnerException e) {
      throw StartException.of(e);
    }
  }

  /** One workspace has a token; those that install the app have theirs in the database. */
  private static void checkTeams(
      @Nullable String botToken, @Nullable OAuthSettings oauth, @Nullable StoreSettings store)
      throws StartException {
    if (oauth == null) {
      if (botToken == null) {
        throw StartException.usage(
            "SLACK_BOT_TOKEN is not set: it is the Bot User OAuth Token (xoxb-...) on the page"
                + " OAuth & Permissions of your app");
      }
      checkToken("SLACK_BOT_TOKEN", botToken, "xoxb-");
    } else if (botToken != null) {
      throw StartException.usage(
          "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: the token is for one workspace, the"
              + " other for all that install the app");
    } else if (store == null) {
      throw StartException.usage(
          "SMTPBOT_DATABASE is not set: with SLACK_CLIENT_ID, the tokens of workspaces are kept"
              + " there, such as in jdbc:sqlite:/var/lib/smtpbot/smtpbot.db");
    }
  }

  /** Tells nothing but what is no secret. */
  @Override
  public String toString() {
    return "SlackSettings[mode=" + mode + ", port=" + port + ", apiUrl=" + apiUrl + "]";
  }

  private static @Nullable String mcpToken(@Nullable String token, boolean listens)
      throws StartException {
    if (token == null) {
      return null;
    } else if (!listens) {
      throw StartException.usage(
          "SMTPBOT_MCP_TOKEN needs HTTP mode; without it, programs can run smtpbot mcp");
    } else if (token.length() < SHORTEST_TOKEN
        || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw StartException.usage(
          "SMTPBOT_MCP_TOKEN is not valid: choose at least "
              + SHORTEST_TOKEN
              + " letters and digits at random");
    }
    return token;
  }

  static @Nullable String find(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void checkToken(String name, String token, String prefix) throws StartException {
    if (!token.startsWith(prefix) || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw StartException.usage(
          name + " is not valid: a token for it begins with " + prefix + " and holds no spaces");
    }
  }

  private static Mode mode(
      @Nullable String chosen, @Nullable String appToken, @Nullable String secret)
      throws StartException {
    if (chosen == null) {
      if (appToken == null && secret == null) {
        throw StartException.usage(
            "neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: "
                + APP_TOKEN_PAGE);
      }
      return appToken == null ? Mode.HTTP : Mode.SOCKET;
    }
    return switch (chosen.toLowerCase(Locale.ROOT)) {
      case "socket" -> Mode.SOCKET;
      case "http" -> Mode.HTTP;
      default ->
          throw StartException.usage(
              "SMTPBOT_SLACK_MODE is neither socket nor http; without it, the tokens decide");
    };
  }

  private static int port(@Nullable String value) throws StartException {
    if (value == null) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number that is no port.
    }
    throw StartException.usage("PORT is not a number from 0 to 65535, such as " + DEFAULT_PORT);
  }

  private static String apiUrl(@Nullable String value) throws StartException {
    if (value == null) {
      return DEFAULT_API_URL;
    }
    try {
      URI uri = new URI(value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null) {
        String url = value.endsWith("/") ? value : value + "/";
        boolean bare = uri.getPath() == null || uri.getPath().length() <= 1;
        return bare ? url + "api/" : url;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw StartException.usage(
        "SLACK_API_URL is not a web address such as " + DEFAULT_API_URL + " or " + GOV_API_URL);
  }

  private static @Nullable Locale language(@Nullable String value) throws StartException {
    if (value == null) {
      return null;
    }
    List<Locale> languages = Catalog.builtIn().languages();
    Locale chosen = Locale.forLanguageTag(value);
    for (Locale language : languages) {
      if (language.getLanguage().equals(chosen.getLanguage())) {
        return language;
      }
    }
    throw StartException.usage(
        "SMTPBOT_SLACK_LANGUAGE is none of "
            + languages.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "))
            + "; without it, what all read is in the language of whoever asks");
  }

  private static Visibility visibility(@Nullable String value) throws StartException {
    if (value == null) {
      return Visibility.EPHEMERAL;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "ephemeral" -> Visibility.EPHEMERAL;
      case "in_channel" -> Visibility.IN_CHANNEL;
      default ->
          throw StartException.usage(
              "SMTPBOT_SLACK_VISIBILITY is neither ephemeral nor in_channel; without it, ephemeral");
    };
  }

  /** People write it with the colons that they type in Slack. */
  private static @Nullable String reaction(@Nullable String value) throws StartException {
    if (value == null) {
      return null;
    }
    boolean colons = value.length() > 2 && value.startsWith(":") && value.endsWith(":");
    String name = colons ? value.substring(1, value.length() - 1) : value;
    if (!SmtpSlackPlugin.isEmoji(name)) {
      throw StartException.usage(
          "SMTPBOT_SLACK_REACTION is not the name of an emoji, such as smtp; without it, no"
              + " reaction is answered");
    }
    return name;
  }
}
