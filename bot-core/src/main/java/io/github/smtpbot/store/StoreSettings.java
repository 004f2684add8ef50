package io.github.smtpbot.store;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and by what secrets are sealed, read from the environment. No text of this
 * class holds a secret.
 */
public final class StoreSettings {

  /** The address: {@code jdbc:sqlite:/path/file.db} or {@code jdbc:postgresql://host/name}. */
  public static final String DATABASE = "SMTPBOT_DATABASE";

  /** Who the bot is to PostgreSQL. */
  public static final String USER = "SMTPBOT_DATABASE_USER";

  /** The password to it. */
  public static final String PASSWORD = "SMTPBOT_DATABASE_PASSWORD";

  /** What secrets are sealed by: 32 bytes in base64. */
  public static final String KEY = "SMTPBOT_KEY";

  /** What they were sealed by before: a list with commas. */
  public static final String OLD_KEYS = "SMTPBOT_OLD_KEYS";

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;
  private final @Nullable Keys keys;

  private StoreSettings(
      String url, @Nullable String user, @Nullable String password, @Nullable Keys keys) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.keys = keys;
  }

  /**
   * Reads the settings; empty if no database is set.
   *
   * @throws StoreException if one is wrong
   */
  public static Optional<StoreSettings> of(Map<String, String> environment) throws StoreException {
    String url = find(environment, DATABASE);
    if (url == null) {
      return Optional.empty();
    }
    if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRES)) {
      throw StoreException.setting(
          DATABASE + " is neither jdbc:sqlite:/path/file.db nor jdbc:postgresql://host/name");
    }
    if (url.contains("password=") || url.contains("user=") || url.contains("@")) {
      throw StoreException.setting(
          DATABASE + " holds a user or a password; they belong in " + USER + " and " + PASSWORD);
    }
    if (url.startsWith(SQLITE) && (file(url).isEmpty() || file(url).startsWith(":"))) {
      throw StoreException.setting(DATABASE + " names no file, such as jdbc:sqlite:/path/file.db");
    }
    String key = find(environment, KEY);
    String old = find(environment, OLD_KEYS);
    if (key == null && old != null) {
      throw StoreException.setting(OLD_KEYS + " is of no use without " + KEY);
    }
    return Optional.of(
        new StoreSettings(
            url,
            find(environment, USER),
            find(environment, PASSWORD),
            key == null ? null : Keys.of(key, old == null ? "" : old)));
  }

  private static @Nullable String find(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String file(String url) {
    return withoutOptions(url).substring(SQLITE.length());
  }

  private static String withoutOptions(String url) {
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }

  boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  String url() {
    return url;
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String password() {
    return password;
  }

  @Nullable Keys keys() {
    return keys;
  }

  /** The address for people: without options. */
  String where() {
    return withoutOptions(url);
  }

  @Override
  public String toString() {
    return "StoreSettings[" + where() + "]";
  }
}
