package io.github.smtpbot.diagnosis.decode;

import io.github.smtpbot.content.TextDecoder;
import io.github.smtpbot.diagnosis.decode.CompoundFile.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that Outlook saved ({@code .msg}, Microsoft's MS-OXMSG): each of its properties is a
 * stream that is named by the property's number. Of them, those are read that a bounce tells
 * something in.
 */
final class OutlookFile {

  private static final String PROPERTY = "__substg1.0_";
  private static final String PROPERTIES = "__properties_version1.0";
  private static final String RECIPIENT = "__recip_version1.0_";
  private static final String ATTACHMENT = "__attach_version1.0_";

  // Microsoft's MS-OXPROPS.
  private static final String MESSAGE_CLASS = "001A";
  private static final String SUBJECT = "0037";
  private static final String HEADER = "007D";
  private static final String SUPPLEMENTARY_INFO = "0C1B";
  private static final String SENDER_NAME = "0C1A";
  private static final String SENDER_SMTP_ADDRESS = "5D01";
  private static final String BODY = "1000";
  private static final String REPORT_TEXT = "1001";
  private static final String HTML = "1013";
  private static final String EMAIL_ADDRESS = "3003";
  private static final String SMTP_ADDRESS = "39FE";
  private static final String ATTACHED = "3701";
  private static final String ATTACHED_NAME = "3707";
  private static final String ATTACHED_TYPE = "370E";
  private static final int INTERNET_CODE_PAGE = 0x3fde;
  private static final int MESSAGE_CODE_PAGE = 0x3ffd;

  private static final String UNICODE = "001F";
  private static final String BYTES = "0102";
  private static final String OF_A_CODE_PAGE = "001E";
  private static final String MESSAGE = "000D";

  /** More recipients or attachments of one message are not looked at. */
  private static final int MOST = 100;

  private final CompoundFile file;

  private OutlookFile(CompoundFile file) {
    this.file = file;
  }

  /**
   * Takes a message apart.
   *
   * @return null if this is no such file, or something else is kept in it
   */
  static @Nullable Mail read(byte[] file) {
    if (!is(file)) {
      return null;
    }
    CompoundFile opened = CompoundFile.open(file);
    return new OutlookFile(opened).mail(opened.root());
  }

  /** Whether this is such a file; other programs keep other things in files of that kind. */
  static boolean is(byte[] file) {
    return CompoundFile.is(file) && isMessage(CompoundFile.open(file).root());
  }

  private static boolean isMessage(Entry storage) {
    return storage.child(PROPERTIES) != null
        && storage.children().stream().anyMatch(entry -> entry.name().startsWith(PROPERTY));
  }

  private Mail mail(Entry message) {
    Parts parts = new Parts();
    String body = text(message, BODY);
    String words = body.isBlank() ? HtmlText.plain(html(message)) : body;
    parts.prose.append(words).append('\n');
    for (String told : toldOfRecipients(message)) {
      if (!words.contains(told)) {
        parts.prose.append(told).append('\n');
      }
    }
    storages(message, ATTACHMENT).forEach(attachment -> attached(attachment, parts));
    return new Mail(
        Map.copyOf(header(message)),
        PlainText.clean(parts.prose.toString()),
        PlainText.clean(parts.status.toString()),
        false,
        List.copyOf(parts.carried));
  }

  /** What a message is made of. */
  private static final class Parts {
    final StringBuilder prose = new StringBuilder();
    final StringBuilder status = new StringBuilder();
    final List<Supplier<Mail>> carried = new ArrayList<>();
  }

  /** That of the message as it came over the internet, or what Outlook knows of it. */
  private Map<String, String> header(Entry message) {
    String saved = text(message, HEADER).strip();
    Map<String, String> header =
        new HashMap<>(
            MailParser.read((saved + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)).header());
    header.putIfAbsent("subject", text(message, SUBJECT));
    String sender = text(message, SENDER_NAME) + " <" + text(message, SENDER_SMTP_ADDRESS) + ">";
    header.putIfAbsent("from", sender.equals(" <>") ? "" : sender);
    String kind = text(message, MESSAGE_CLASS).toUpperCase(Locale.ROOT);
    if (kind.startsWith("REPORT.") && kind.endsWith(".NDR")) {
      header.put("content-type", "multipart/report; report-type=delivery-status");
    }
    return header;
  }

  /** Exchange keeps what became of each recipient with the recipient. */
  private Set<String> toldOfRecipients(Entry message) {
    Set<String> told = new LinkedHashSet<>();
    storages(message, RECIPIENT)
        .forEach(
            recipient -> {
              String address = text(recipient, SMTP_ADDRESS);
              String whose = address.isBlank() ? text(recipient, EMAIL_ADDRESS) : address;
              for (String property : List.of(SUPPLEMENTARY_INFO, REPORT_TEXT)) {
                String said = text(recipient, property).strip();
                if (!said.isEmpty()) {
                  told.add(whose.indexOf('@') > 0 ? "<" + whose.strip() + ">: " + said : said);
                }
              }
            });
    return told;
  }

  private void attached(Entry attachment, Parts parts) {
    Entry message = attachment.child(PROPERTY + ATTACHED + MESSAGE);
    if (message != null && isMessage(message)) {
      parts.carried.add(() -> mail(message));
      return;
    }
    Entry stream = attachment.child(PROPERTY + ATTACHED + BYTES);
    String type = text(attachment, ATTACHED_TYPE).strip().toLowerCase(Locale.ROOT);
    String name = text(attachment, ATTACHED_NAME).strip().toLowerCase(Locale.ROOT);
    if (stream == null || !(isText(type, name) || name.endsWith(".msg"))) {
      return;
    }
    byte[] content = file.content(stream);
    List<byte[]> messages = MailParser.split(content);
    if (CompoundFile.is(content)) {
      parts.carried.add(() -> orEmpty(read(content)));
    } else if (type.contains("delivery-status")) {
      parts.status.append(TextDecoder.decode(content, null)).append("\n\n");
    } else if (!messages.isEmpty()) {
      messages.forEach(inner -> parts.carried.add(() -> MailParser.read(inner)));
    } else if (type.equals("text/html")) {
      parts.prose.append(HtmlText.plain(TextDecoder.decode(content, null))).append('\n');
    } else {
      parts.prose.append(TextDecoder.decode(content, null)).append('\n');
    }
  }

  private static boolean isText(String type, String name) {
    return type.startsWith("text/")
        || type.startsWith("message/")
        || Stream.of(".txt", ".log", ".eml").anyMatch(name::endsWith);
  }

  private static Mail orEmpty(@Nullable Mail mail) {
    return mail == null ? new Mail(Map.of(), "", "", false, List.of()) : mail;
  }

  private static Stream<Entry> storages(Entry of, String prefix) {
    return of.children().stream()
        .filter(entry -> entry.storage() && entry.name().startsWith(prefix))
        .sorted(Comparator.comparing(Entry::name))
        .limit(MOST);
  }

  /** A text property; empty if there is none. */
  private String text(Entry of, String property) {
    Entry unicode = of.child(PROPERTY + property + UNICODE);
    if (unicode != null) {
      return new String(file.content(unicode), StandardCharsets.UTF_16LE);
    }
    Entry old = of.child(PROPERTY + property + OF_A_CODE_PAGE);
    return old == null ? "" : TextDecoder.decode(file.content(old), charset(of, MESSAGE_CODE_PAGE));
  }

  private String html(Entry message) {
    Entry bytes = message.child(PROPERTY + HTML + BYTES);
    return bytes == null
        ? text(message, HTML)
        : TextDecoder.decode(file.content(bytes), charset(message, INTERNET_CODE_PAGE));
  }

  /** A code page that is none of Windows' is left to be guessed. */
  private @Nullable Charset charset(Entry of, int property) {
    Entry properties = of.child(PROPERTIES);
    if (properties == null) {
      return null;
    }
    ByteBuffer numbers = ByteBuffer.wrap(file.content(properties)).order(ByteOrder.LITTLE_ENDIAN);
    // A header of 8, 24 or 32 bytes, and then 16 bytes for each: kind, number, flags, value.
    for (int at = 8; at + 16 <= numbers.capacity(); at += 8) {
      if (numbers.getShort(at) == 3 && numbers.getShort(at + 2) == property) {
        return TextDecoder.charset("windows-" + numbers.getInt(at + 8));
      }
    }
    return null;
  }
}
