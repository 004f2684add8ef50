package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import org.jspecify.annotations.Nullable;

/** What earlier lines told about those that follow. */
final class Carry {
  @Nullable String recipient;
  @Nullable String host;
  @Nullable Command command;
}
