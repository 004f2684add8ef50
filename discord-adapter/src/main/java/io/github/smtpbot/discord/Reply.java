package io.github.smtpbot.discord;

import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * A message to send, and who is to see it.
 *
 * @param message what is sent
 * @param visibility who sees it
 * @param plain the same without a picture, for where Discord does not take that; null if there is
 *     none in it
 */
record Reply(MessageCreateData message, Visibility visibility, @Nullable MessageCreateData plain) {

  static Reply toAsker(MessageCreateData message) {
    return new Reply(message, Visibility.ASKER, null);
  }

  static Reply toAll(MessageCreateData message) {
    return new Reply(message, Visibility.EVERYONE, null);
  }

  boolean isEphemeral() {
    return visibility == Visibility.ASKER;
  }

  /** Whether there is a picture in it. */
  boolean hasPicture() {
    return plain != null;
  }

  /** The same without its picture. */
  Reply withoutPicture() {
    return plain == null ? this : new Reply(plain, visibility, null);
  }
}
