package io.github.smtpbot.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decodes text of a charset that is named wrongly or not at all. Linear in the text. */
public final class TextDecoder {

  private static final Charset JAPANESE = Charset.forName("ISO-2022-JP");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /**
   * Those met already, by their names in lower case, since the runtime looks a name up slowly; no
   * more than the names that it knows.
   */
  private static final Map<String, Charset> MET = new ConcurrentHashMap<>();

  /** Whether a name was not found, of which the runtime asks everybody who may have added it. */
  private static volatile boolean missed;

  private TextDecoder() {}

  /**
   * Every name that the runtime knows, at hand once it did not know one: to ask it takes longer.
   */
  private static final class Names {
    static final Set<String> ALL =
        Charset.availableCharsets().values().stream()
            .flatMap(
                charset -> Stream.concat(Stream.of(charset.name()), charset.aliases().stream()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The charset of this name, or null if there is none, or none that tells more than ASCII. */
  public static @Nullable Charset charset(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String lower = name.trim().toLowerCase(Locale.ROOT);
    if (lower.equals("us-ascii")) {
      return null;
    }
    Charset met = MET.get(lower);
    if (met != null) {
      return met;
    }
    if (missed && !Names.ALL.contains(lower)) {
      return null;
    }
    try {
      Charset found = Charset.forName(lower);
      MET.put(lower, found);
      return found;
    } catch (IllegalArgumentException e) {
      missed = true;
      return null;
    }
  }

  /**
   * The text that these bytes are.
   *
   * @param named the charset they are said to be in, or null
   */
  public static String decode(byte[] bytes, @Nullable Charset named) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    if (isJapanese(bytes)) {
      return new String(bytes, JAPANESE);
    }
    if (named != null && !named.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, named);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WESTERN);
    }
  }

  /** ISO-2022-JP switches charsets by {@code ESC $} and {@code ESC (}. */
  private static boolean isJapanese(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    if (bytes.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xff) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
