package io.github.smtpbot.owner;

import io.github.smtpbot.meter.MeterSettings;
import io.github.smtpbot.store.StoreException;
import io.github.smtpbot.store.StoreSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a bot wants beside answers, read from the environment. No text of this record
 * holds a secret.
 *
 * @param store where things are kept; null if nothing is
 * @param notes the file of notes for all workspaces or servers; null if there is none
 * @param meters where numbers are shown; null for nowhere
 */
public record OwnerSettings(
    @Nullable StoreSettings store, @Nullable Path notes, @Nullable MeterSettings meters) {

  /** The setting that names the file of notes. */
  public static final String NOTES = "SMTPBOT_NOTES";

  /**
   * Reads the settings.
   *
   * @throws OwnerException if one is wrong
   */
  public static OwnerSettings of(Map<String, String> environment) throws OwnerException {
    try {
      return new OwnerSettings(
          StoreSettings.of(environment).orElse(null),
          notes(environment.getOrDefault(NOTES, "").strip()),
          MeterSettings.of(environment));
    } catch (StoreException e) {
      throw OwnerException.of(e);
    } catch (IllegalArgumentException e) {
      throw OwnerException.setting(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Path notes(String value) throws OwnerException {
    try {
      return value.isEmpty() ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw OwnerException.setting(NOTES + " is not the name of a file");
    }
  }
}
