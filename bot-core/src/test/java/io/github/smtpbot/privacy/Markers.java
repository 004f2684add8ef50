package io.github.smtpbot.privacy;

import java.util.List;

/**
 * What the tests of all modules paste, send and prove themselves by, and what no line of a log, no
 * metric and no stored row may hold. Who writes a test whose text must not be seen takes one of
 * these, or adds one. The text of a note is none, as that is stored to be shown.
 */
public final class Markers {

  /** The token of the Slack bot. */
  public static final String SLACK_BOT_TOKEN = "xoxb-fake-bot-token";

  /** The token of the Slack app. */
  public static final String SLACK_APP_TOKEN = "xapp-fake-app-token";

  /** By which Slack signs its requests. */
  public static final String SLACK_SIGNING_SECRET = "fake-signing-secret";

  /** By which the bot asks for the tokens of workspaces. */
  public static final String SLACK_CLIENT_SECRET = "fake-client-secret";

  /** Stands in the address that Socket Mode connects to. */
  public static final String SLACK_TICKET = "fake-secret-ticket";

  /** The token of the Discord bot. */
  public static final String DISCORD_TOKEN = "NzAwMDAw.fake.token-that-must-never-be-seen";

  /** Of programs that use the tools. */
  public static final String MCP_TOKEN = "a-token-of-the-owner";

  private static final List<String> ALL =
      List.of(
          "zorro",
          "zebra",
          "qvist",
          "жзцщ",
          "verp77",
          "secret.person",
          "secret.user",
          "secret-thing",
          "a-secret-paste",
          "kim.lee",
          "john.doe",
          // Whose local part ever it is: tests know no other addresses.
          "@example.",
          "corp.example",
          // Of files: no line tells the name of one.
          ".eml",
          "mail.log",
          "letter.",
          "User unknown",
          SLACK_BOT_TOKEN,
          SLACK_APP_TOKEN,
          SLACK_SIGNING_SECRET,
          SLACK_CLIENT_SECRET,
          SLACK_TICKET,
          DISCORD_TOKEN,
          MCP_TOKEN);

  private Markers() {}

  /** All of them. */
  public static List<String> all() {
    return ALL;
  }
}
