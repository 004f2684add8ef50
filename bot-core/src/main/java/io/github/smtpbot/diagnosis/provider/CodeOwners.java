package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.OwnCodes;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.reply.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who answered by a code that no registry has and only one provider publishes: {@code
 * 5.7.193} is Microsoft's, whatever stands beside it. Immutable; safe for use by many threads.
 */
final class CodeOwners {

  /** Lower details may be anybody's next, or a slip of the pen. */
  private static final int FEWEST = 50;

  private final Catalog catalog;

  CodeOwners(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Whose code a reply has; null if it is nobody's own.
   *
   * @param shown who else is shown to have answered, or null
   */
  @Nullable Answerer of(Reply reply, @Nullable Answerer shown) {
    EnhancedStatusCode code = reply.enhanced();
    if (code == null || code.detail() < FEWEST || catalog.has(code)) {
      return null;
    }
    List<OwnCodes.Meant> meant =
        catalog.ownCodes().of(code, reply.code()).stream()
            .filter(own -> own.codes().isOne())
            .toList();
    if (meant.size() != 1) {
      return null;
    }
    Provider owner = meant.get(0).provider();
    if (shown == null) {
      return reply.remoteHost() == null ? new Answerer(owner, false) : null;
    }
    // A host of a house may be any of its brands.
    House house = owner.house();
    return house != null && shown.provider().isOf(house) ? new Answerer(owner, false) : null;
  }
}
