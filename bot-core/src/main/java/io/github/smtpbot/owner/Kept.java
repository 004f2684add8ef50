package io.github.smtpbot.owner;

import io.github.smtpbot.meter.MeterSettings;
import io.github.smtpbot.meter.Meters;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.note.NoteException;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.StoreException;
import io.github.smtpbot.team.TeamSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a bot has open of what its owner wants.
 *
 * @param store null if there is no database
 * @param notes those of the file, and those in the database
 * @param settings what workspaces or servers have chosen
 * @param meters null if nobody sees numbers
 */
public record Kept(
    @Nullable Store store, NoteBook notes, TeamSettings settings, @Nullable Meters meters)
    implements AutoCloseable {

  /**
   * Opens what is wanted, all of it or nothing.
   *
   * @throws OwnerException if something cannot be had
   */
  public static Kept open(OwnerSettings wanted) throws OwnerException {
    Store store = null;
    try {
      store = wanted.store() == null ? null : Store.open(wanted.store());
      NoteBook notes = notes(wanted.notes(), store);
      TeamSettings settings =
          store == null ? TeamSettings.none() : TeamSettings.of(store.entries());
      return new Kept(store, notes, settings, meters(wanted.meters()));
    } catch (StoreException e) {
      throw OwnerException.of(e);
    } catch (OwnerException | RuntimeException e) {
      if (store != null) {
        store.close();
      }
      throw e;
    }
  }

  private static NoteBook notes(@Nullable Path file, @Nullable Store store) throws OwnerException {
    try {
      return NoteBook.of(file, store == null ? null : store.entries());
    } catch (NoteException e) {
      throw OwnerException.setting(OwnerSettings.NOTES + " (" + file + "): " + e.getMessage());
    }
  }

  private static @Nullable Meters meters(@Nullable MeterSettings wanted) throws OwnerException {
    try {
      return wanted == null ? null : Meters.start(wanted);
    } catch (IOException e) {
      throw OwnerException.unavailable(
          "metrics: " + wanted.host() + ", port " + wanted.port() + " cannot be listened on");
    }
  }

  /** The bot ends, which is shown until all is {@linkplain #close closed}. */
  public void ending() {
    if (meters != null) {
      meters.ending();
    }
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
    if (meters != null) {
      meters.close();
    }
  }
}
