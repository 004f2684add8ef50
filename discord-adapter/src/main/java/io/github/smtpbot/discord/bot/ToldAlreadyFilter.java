package io.github.smtpbot.discord.bot;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Drops what JDA logs about a connection that failed: the program says it itself, in one line. Used
 * by the bot's own Logback configuration.
 */
public final class ToldAlreadyFilter extends Filter<ILoggingEvent> {

  private static final List<String> TOLD =
      List.of(
          "WebSocket connection was closed and cannot be recovered",
          "Failed opening handshake, appending to queue",
          "Failed to establish connection for a node, appending to queue",
          "DNS resolution failed",
          "Got disconnected from WebSocket",
          "Encountered exception trying to execute request");

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getMessage() == null ? "" : event.getMessage();
    return TOLD.stream().anyMatch(message::startsWith) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
