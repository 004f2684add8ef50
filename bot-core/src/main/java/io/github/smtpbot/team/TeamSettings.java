package io.github.smtpbot.team;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.store.Entries;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each workspace or server has chosen, in the database. While that is away, what was read last
 * holds. Safe for use by many threads.
 */
public final class TeamSettings {

  private static final String KIND = "setting";
  private static final int MAX_PLACES = 10_000;

  /** So soon every copy of a bot does what was chosen at another. */
  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  /** Of what was never read: what shows nothing to anybody who was not to see it. */
  private static final Map<String, String> UNREAD =
      Map.of(TeamSetting.VISIBILITY.label(), "asker", TeamSetting.REACTION.label(), "off");

  private static final TeamSettings NONE = new TeamSettings(null);

  private final @Nullable Entries entries;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MAX_PLACES).executor(Runnable::run).build();

  private record Known(Map<String, String> values, long until) {

    /** The same with what was chosen now, to be read again. */
    Known with(TeamSetting setting, String value) {
      Map<String, String> changed = new HashMap<>(values);
      changed.put(setting.label(), value);
      return new Known(Map.copyOf(changed), System.nanoTime());
    }
  }

  private TeamSettings(@Nullable Entries entries) {
    this.entries = entries;
  }

  /** Nobody can choose anything. */
  public static TeamSettings none() {
    return NONE;
  }

  /** What is chosen is kept here. */
  public static TeamSettings of(Entries entries) {
    return new TeamSettings(entries);
  }

  /** Whether anything can be chosen. */
  public boolean isNone() {
    return entries == null;
  }

  /**
   * What holds.
   *
   * @param place the workspace or server; empty where there is none
   */
  public String get(String place, TeamSetting setting) {
    String value = all(place).get(setting.label());
    return value == null || !setting.choices().contains(value) ? setting.unlessChosen() : value;
  }

  /** The language of what all read there; null unless one was chosen. */
  public @Nullable Locale language(String place) {
    String chosen = get(place, TeamSetting.LANGUAGE);
    return chosen.equals(TeamSetting.LANGUAGE.unlessChosen())
        ? null
        : Locale.forLanguageTag(chosen);
  }

  /**
   * Who sees an answer there at first, in the platform's words.
   *
   * @param asker who asked alone
   * @param everyone all who are there
   * @param unlessChosen what the program is set to
   */
  public <T> T visibility(String place, T asker, T everyone, T unlessChosen) {
    return switch (get(place, TeamSetting.VISIBILITY)) {
      case "asker" -> asker;
      case "everyone" -> everyone;
      default -> unlessChosen;
    };
  }

  private Map<String, String> all(String place) {
    if (entries == null || place.isEmpty()) {
      return Map.of();
    }
    Known before = known.getIfPresent(place);
    if (before != null && System.nanoTime() - before.until() < 0) {
      return before.values();
    }
    Map<String, String> values;
    try {
      values = entries.all(KIND, place);
    } catch (StoreException e) {
      values = before == null ? UNREAD : before.values();
    }
    known.put(place, new Known(values, System.nanoTime() + FRESH));
    return values;
  }

  /** Chooses a value, which has to be one of the setting's. */
  void choose(String place, TeamSetting setting, String value) throws StoreException {
    if (entries != null) {
      entries.put(KIND, place, setting.label(), value);
      // What was read before is still what holds if the database is away at the next reading.
      known.asMap().computeIfPresent(place, (key, before) -> before.with(setting, value));
    }
  }
}
