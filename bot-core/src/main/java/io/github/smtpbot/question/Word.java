package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a single word of a question is. */
sealed interface Word {

  /** A code, whether or not the catalog has it. */
  record ACode(Code code) implements Word {}

  /** A family of codes. */
  record AFamily(Family family) implements Word {}

  /** A command. */
  record ACommand(Command command) implements Word {}

  /** Something that looks like a code but is none. */
  record NotACode(String written) implements Word {}

  /** A word that a question of codes does not have. */
  record Other() implements Word {}

  /** Words that only join others, or ask for something. */
  enum Role implements Word {
    /** {@code vs}, {@code or}, {@code กับ}: parts two subjects. */
    SEPARATOR,
    /** {@code what}, {@code does}, {@code mean}, {@code bounce}: does not say which code. */
    FILLER,
    HELP,
    LIST,
    /** {@code to}, {@code during}: a command follows. */
    DURING,
    /**
     * {@code after}, {@code end}: the end of a command follows; only of DATA that is a difference.
     */
    AFTER
  }

  /** Commands that nobody types for another reason. The others count only in upper case. */
  Set<Command> UNMISTAKABLE =
      Set.of(
          Command.EHLO,
          Command.HELO,
          Command.RCPT,
          Command.VRFY,
          Command.EXPN,
          Command.RSET,
          Command.NOOP,
          Command.QUIT,
          Command.BDAT,
          Command.BURL,
          Command.ETRN,
          Command.ATRN,
          Command.SOML,
          Command.SAML);

  /** The words that have a role, in every language that is spoken here. */
  Map<Role, Set<String>> ROLES =
      Map.of(
          Role.SEPARATOR,
          Set.of(
              ",",
              "vs",
              "versus",
              "or",
              "and",
              "v",
              "with",
              "against",
              "กับ",
              "และ",
              "หรือ",
              "เทียบกับ",
              "เทียบ",
              "ต่างจาก",
              "ต่างกับ",
              "แตกต่างจาก"),
          Role.FILLER,
          Set.of(
              "smtp",
              "code",
              "codes",
              "error",
              "errors",
              "reply",
              "replies",
              "status",
              "what",
              "whats",
              "what's",
              "is",
              "the",
              "a",
              "an",
              "does",
              "do",
              "mean",
              "means",
              "meaning",
              "of",
              "explain",
              "compare",
              "difference",
              "differences",
              "diff",
              "differ",
              "between",
              "enhanced",
              "please",
              "from",
              "tell",
              "me",
              "about",
              "how",
              "why",
              "i",
              "get",
              "got",
              "getting",
              "fix",
              "solve",
              "when",
              "response",
              "can",
              "return",
              "returns",
              "should",
              "bad",
              "my",
              "our",
              "mail",
              "mails",
              "email",
              "emails",
              "message",
              "messages",
              "bounce",
              "bounces",
              "bounced",
              "bouncing",
              "back",
              "returned",
              "undeliverable",
              "undelivered",
              "ndr",
              "ทำไม",
              "แก้",
              "แก้ไข",
              "วิธีแก้",
              "รหัส",
              "โค้ด",
              "คือ",
              "อะไร",
              "หมายถึง",
              "หมายความว่า",
              "แปลว่า",
              "อย่างไร",
              "ยังไง",
              "ต่างกัน",
              "แตกต่างกัน",
              "ความแตกต่าง",
              "ครับ",
              "ค่ะ",
              "คะ",
              "หน่อย",
              "ช่วย",
              "เปรียบเทียบ",
              "อธิบาย",
              "ข้อผิดพลาด",
              "เมล",
              "อีเมล",
              "ส่ง",
              "ไม่ได้",
              "ไม่ไป",
              "ไม่ถึง",
              "เด้ง",
              "เด้งกลับ",
              "ตีกลับ"),
          Role.HELP,
          Set.of("help", "usage", "hello", "hi", "hey", "thanks", "ช่วยเหลือ", "วิธีใช้", "สวัสดี"),
          Role.LIST,
          Set.of("list", "browse", "all", "show", "รายการ", "ทั้งหมด", "แสดง"),
          Role.DURING,
          Set.of("to", "in", "on", "at", "during", "for", "ตอน", "ใน", "ระหว่าง"),
          Role.AFTER,
          Set.of("after", "end", "หลัง", "หลังจาก"));

  /** Understands a word of at least one character. */
  static Word of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("/") ? lower.substring(1) : lower;
    Optional<Code> code = Codes.parse(bare);
    if (code.isPresent()) {
      return new ACode(code.get());
    }
    Optional<Family> family = Families.parse(bare);
    if (family.isPresent()) {
      return new AFamily(family.get());
    }
    // In capitals HELP and MAIL are commands, otherwise not.
    for (Command command : Command.values()) {
      boolean certain = UNMISTAKABLE.contains(command) || word.equals(command.name());
      if (certain && command.name().equalsIgnoreCase(word) && command.name().indexOf('_') < 0) {
        return new ACommand(command);
      }
    }
    for (Map.Entry<Role, Set<String>> role : ROLES.entrySet()) {
      if (role.getValue().contains(bare)) {
        return role.getKey();
      }
    }
    return looksLikeCode(bare) ? new NotACode(word) : new Other();
  }

  /** The command with this name in upper or lower case; beside a code it is meant as one. */
  static Word commandIn(String word) {
    for (Command command : Command.values()) {
      if (command.name().equalsIgnoreCase(word)) {
        return new ACommand(command);
      }
    }
    return new Other();
  }

  /**
   * Digits and dots with at most two letters among them, and no address of a host: {@code 2.7.x9},
   * {@code 5.7}, {@code 7.1.1}.
   */
  private static boolean looksLikeCode(String word) {
    if (word.isEmpty() || word.length() > 12 || !Character.isDigit(word.charAt(0))) {
      return false;
    }
    long dots = word.chars().filter(c -> c == '.').count();
    long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean only =
        word.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    long letters = word.length() - dots - digits;
    return only
        && letters <= 2
        && (dots == 2 || (dots == 0 && letters == 0 && digits >= 3 && digits <= 4));
  }
}
