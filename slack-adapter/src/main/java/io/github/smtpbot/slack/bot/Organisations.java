package io.github.smtpbot.slack.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.store.Entries;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which workspaces use the app by the token of their organisation: when that takes the app away,
 * Slack names one of them or none, and what all of them have noted is to be forgotten. Safe for use
 * by many threads.
 */
final class Organisations {

  private static final Logger LOG = LoggerFactory.getLogger(Organisations.class);

  private static final String KIND = "organisation";
  private static final String NAME = "id";
  private static final int MAX_KNOWN = 10_000;

  /** Another copy may have forgotten it meanwhile. */
  private static final Duration FRESH = Duration.ofHours(1);

  private final Entries entries;

  /** What this copy has kept; by workspace, the organisation. */
  private final Cache<String, String> kept =
      Caffeine.newBuilder()
          .maximumSize(MAX_KNOWN)
          .expireAfterWrite(FRESH)
          .executor(Runnable::run)
          .build();

  Organisations(Entries entries) {
    this.entries = entries;
  }

  /** Keeps whose a workspace is; while the database is away, later. */
  void uses(String enterprise, String team) {
    if (enterprise.equals(kept.getIfPresent(team))) {
      return;
    }
    try {
      entries.put(KIND, SmtpSlackPlugin.place(team), NAME, enterprise);
      kept.put(team, enterprise);
    } catch (StoreException e) {
      LOG.debug("Whose a workspace is is kept later: {}", e.getMessage());
    }
  }

  /** The workspaces that have asked by the token of an organisation, before they are forgotten. */
  List<String> workspaces(String enterprise) throws StoreException {
    kept.asMap().values().removeIf(enterprise::equals);
    int prefix = SmtpSlackPlugin.place("").length();
    return entries.places(KIND, NAME, enterprise).stream()
        .map(place -> place.substring(prefix))
        .toList();
  }
}
