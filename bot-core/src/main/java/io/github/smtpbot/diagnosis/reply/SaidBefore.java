package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import org.jspecify.annotations.Nullable;

/** What earlier lines of a text told about the replies to come. Used by one thread. */
final class SaidBefore {
  @Nullable String recipient;
  @Nullable String host;
  @Nullable Command command;
}
