package io.github.smtpbot.diagnosis.decode;

import io.github.smtpbot.content.MessageHeader;
import io.github.smtpbot.content.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** What was pasted or attached, as plain characters whose only line end is {@code \n}. */
public sealed interface Decoded {
  /** A text that is no message. */
  record Text(String text) implements Decoded {
    @Override
    public <T> T read(Function<String, T> ofText, Function<List<Mail>, T> ofMessages) {
      return ofText.apply(text);
    }
  }

  /** One message, or those of a mailbox in the mbox format. */
  record Messages(List<Mail> mails) implements Decoded {
    @Override
    public <T> T read(Function<String, T> ofText, Function<List<Mail>, T> ofMessages) {
      return ofMessages.apply(mails);
    }
  }

  /** What is made of this, by what it is. */
  <T> T read(Function<String, T> ofText, Function<List<Mail>, T> ofMessages);

  /** Decodes what somebody pasted. */
  static Decoded of(String text) {
    boolean isWhole = text.length() <= MessageHeader.WINDOW;
    String beginning = plain(isWhole ? text : text.substring(0, MessageHeader.WINDOW));
    if (MessageHeader.begins(beginning)) {
      return of(text.getBytes(StandardCharsets.UTF_8));
    }
    return new Text(isWhole ? beginning : plain(text));
  }

  /** The text without what logs, chats and programs put around it. */
  private static String plain(String text) {
    return PlainText.clean(JsonText.plain(ContainerPrefix.strip(text)));
  }

  /** Decodes a file: a message, also one of Outlook, a mailbox, a page or a text of any charset. */
  static Decoded of(byte[] file) {
    Mail ofOutlook = OutlookFile.read(file);
    if (ofOutlook != null) {
      return new Messages(List.of(ofOutlook));
    }
    List<byte[]> messages = MailParser.split(file);
    return messages.isEmpty()
        ? new Text(plain(HtmlText.orText(TextDecoder.decode(file, null))))
        : new Messages(messages.stream().map(MailParser::read).toList());
  }

  /** Whether a file is a message that Outlook saved; other programs keep other things so. */
  static boolean isOutlookMessage(byte[] file) {
    return OutlookFile.is(file);
  }
}
