package io.github.smtpbot.discord;

import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A message to send, and who is to see it.
 *
 * @param message what is sent
 * @param visibility who sees it
 */
record Reply(MessageCreateData message, Visibility visibility) {

  static Reply toAsker(MessageCreateData message) {
    return new Reply(message, Visibility.ASKER);
  }

  static Reply toAll(MessageCreateData message) {
    return new Reply(message, Visibility.EVERYONE);
  }

  boolean isEphemeral() {
    return visibility == Visibility.ASKER;
  }
}
