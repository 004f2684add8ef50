package io.github.smtpbot.team;

import io.github.smtpbot.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workspace or a server may choose for itself. */
public enum TeamSetting {
  /** Of what all read. */
  LANGUAGE("auto " + languages()),
  /** Who sees an answer to a command at first. */
  VISIBILITY("default asker everyone"),
  /** Whether the reaction that the bot is set up for asks about a message. */
  REACTION("on off"),
  /** Who may write notes. */
  NOTES("admins everyone");

  private final String choices;

  TeamSetting(String choices) {
    this.choices = choices;
  }

  private static String languages() {
    return Catalog.builtIn().languages().stream()
        .map(Locale::toLanguageTag)
        .collect(Collectors.joining(" "));
  }

  /** What people write. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What may be chosen, what holds unless anything is chosen first. */
  public List<String> choices() {
    return List.of(choices.split(" ", -1));
  }

  /** What holds unless anything is chosen. */
  public String unlessChosen() {
    return choices().get(0);
  }

  /** The setting with this label, if there is one. */
  public static Optional<TeamSetting> ofLabel(String label) {
    return Stream.of(values())
        .filter(setting -> setting.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
