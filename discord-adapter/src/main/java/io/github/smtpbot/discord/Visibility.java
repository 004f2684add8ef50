package io.github.smtpbot.discord;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who sees an answer. */
public enum Visibility {
  /** All who can read the channel. */
  EVERYONE,
  /** The person who asked, nobody else. */
  ASKER;

  /** What it is called in settings and in a command's option. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The visibility of that label, or null if there is none. */
  public static @Nullable Visibility of(@Nullable String label) {
    for (Visibility visibility : values()) {
      if (visibility.label().equalsIgnoreCase(label)) {
        return visibility;
      }
    }
    return null;
  }
}
