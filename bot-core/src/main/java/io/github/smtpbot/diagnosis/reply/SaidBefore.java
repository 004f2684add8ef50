package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import org.jspecify.annotations.Nullable;

/** What earlier lines of a text told about the replies to come. Used by one thread. */
final class SaidBefore {
  @Nullable String recipient;
  @Nullable String host;

  /** The words of the server's greeting. */
  @Nullable String greeting;

  @Nullable Command command;

  /** A reply of which only the codes were read yet. */
  @Nullable ReplyBuilder wordless;

  /** In how many lines its words are still awaited. */
  int patience;
}
