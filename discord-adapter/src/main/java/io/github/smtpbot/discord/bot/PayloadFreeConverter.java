package io.github.smtpbot.discord.bot;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes a log message without what people wrote: JDA logs whole gateway events when it cannot read
 * one, with pasted text and interaction tokens in them. Only numbers, enums and truth values are
 * filled in; any other argument becomes "…". Used by the bot's own Logback configuration.
 */
public final class PayloadFreeConverter extends ClassicConverter {

  @Override
  public String convert(ILoggingEvent event) {
    String message = event.getMessage() == null ? "" : event.getMessage();
    Object[] arguments = event.getArgumentArray();
    if (arguments != null) {
      Object[] harmless =
          Arrays.stream(arguments).map(PayloadFreeConverter::harmless).toArray(Object[]::new);
      message = MessageFormatter.arrayFormat(message, harmless).getMessage();
    }
    return message.replaceAll("\\s*\\R\\s*", " ");
  }

  private static Object harmless(Object argument) {
    boolean known =
        argument instanceof Number || argument instanceof Enum<?> || argument instanceof Boolean;
    return known ? argument : "…";
  }
}
