package io.github.smtpbot.discord.bot;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * Writes a log message as JSON without what people wrote, as {@link PayloadFreeConverter} does in
 * text. Used by the bot's own Logback configuration.
 */
public final class PayloadFreeJsonEncoder extends JsonEncoder {

  private final PayloadFreeConverter harmless = new PayloadFreeConverter();

  @Override
  public byte[] encode(ILoggingEvent event) {
    LoggingEvent told = new LoggingEvent();
    told.setLevel(event.getLevel());
    told.setLoggerName(event.getLoggerName());
    told.setThreadName(event.getThreadName());
    told.setInstant(event.getInstant());
    told.setMessage(harmless.convert(event));
    return super.encode(told);
  }
}
