package io.github.smtpbot.slack.bot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Slack knows the app by, for those who let several workspaces install it. No text of this
 * record holds a secret.
 *
 * @param clientId stands in the address of the page that asks for consent
 * @param clientSecret proves to Slack who asks for tokens
 * @param redirectUri where Slack sends the browser back to; null if the app has only one
 * @param scopes what is asked for, with commas; null for what the bot needs
 */
record OAuthSettings(
    String clientId, String clientSecret, @Nullable String redirectUri, @Nullable String scopes) {

  static final String CLIENT_ID = "SLACK_CLIENT_ID";
  static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
  static final String REDIRECT_URI = "SLACK_REDIRECT_URI";
  static final String SCOPES = "SLACK_SCOPES";

  private static final String PAGE =
      "it stands on the page Basic Information of your app, under App Credentials";

  /** Reads the settings; null if there is but one workspace. */
  static @Nullable OAuthSettings of(Map<String, String> environment) throws StartException {
    String id = SlackSettings.find(environment, CLIENT_ID);
    String secret = SlackSettings.find(environment, CLIENT_SECRET);
    if (id == null && secret == null) {
      return null;
    }
    if (id == null) {
      throw StartException.usage(CLIENT_ID + " is not set: " + PAGE);
    }
    if (secret == null) {
      throw StartException.usage(CLIENT_SECRET + " is not set: " + PAGE);
    }
    if (!id.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
      throw StartException.usage(CLIENT_ID + " is not two numbers with a dot between them");
    }
    String redirect = SlackSettings.find(environment, REDIRECT_URI);
    if (redirect != null && !redirect.startsWith("https://")) {
      throw StartException.usage(
          REDIRECT_URI + " is not the https:// address of " + HttpEndpoint.REDIRECT);
    }
    return new OAuthSettings(id, secret, redirect, SlackSettings.find(environment, SCOPES));
  }

  @Override
  public String toString() {
    return "OAuthSettings[clientId=" + clientId + "]";
  }
}
