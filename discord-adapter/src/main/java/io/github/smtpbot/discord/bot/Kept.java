package io.github.smtpbot.discord.bot;

import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.note.NoteException;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.StoreException;
import io.github.smtpbot.team.TeamSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the bot keeps of servers.
 *
 * @param store null if there is no database
 */
record Kept(@Nullable Store store, NoteBook notes, TeamSettings settings) implements AutoCloseable {

  /** Opens what is set up. */
  static Kept open(DiscordSettings settings) throws StartException {
    Store store = null;
    try {
      store = settings.store() == null ? null : Store.open(settings.store());
      return new Kept(
          store,
          NoteBook.of(settings.notes(), store == null ? null : store.entries()),
          store == null ? TeamSettings.none() : TeamSettings.of(store.entries()));
    } catch (StoreException e) {
      throw e.kind() == StoreException.Kind.SETTING
          ? StartException.usage(e.getMessage() + "")
          : StartException.unavailable(e.getMessage() + "");
    } catch (RuntimeException e) {
      close(store);
      throw e;
    } catch (NoteException e) {
      close(store);
      throw StartException.usage(
          DiscordSettings.NOTES + " (" + settings.notes() + "): " + e.getMessage());
    }
  }

  @Override
  public void close() {
    close(store);
  }

  private static void close(@Nullable Store store) {
    if (store != null) {
      store.close();
    }
  }
}
