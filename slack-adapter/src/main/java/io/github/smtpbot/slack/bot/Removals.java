package io.github.smtpbot.slack.bot;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.TokensRevokedEvent;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import io.github.smtpbot.store.Entries;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets a workspace, or all those of an organisation, that takes the app away. Acknowledged when
 * that is done: while the database is away, Slack comes again.
 */
final class Removals {

  private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

  private final @Nullable Installations installations;
  private final Entries entries;

  /**
   * Forgets what is kept.
   *
   * @param installations null for a workspace whose token stands in the settings
   */
  Removals(@Nullable Installations installations, Entries entries) {
    this.installations = installations;
    this.entries = entries;
  }

  void install(App app) {
    app.event(AppUninstalledEvent.class, this::uninstalled);
    app.event(TokensRevokedEvent.class, this::revoked);
  }

  private Response uninstalled(
      EventsApiPayload<AppUninstalledEvent> payload, EventContext context) {
    return forget(payload, true, context);
  }

  /** Tokens of persons are none of ours. */
  private Response revoked(EventsApiPayload<TokensRevokedEvent> payload, EventContext context) {
    TokensRevokedEvent.Tokens tokens = payload.getEvent().getTokens();
    List<String> bots = tokens == null ? null : tokens.getBot();
    return bots == null || bots.isEmpty() ? context.ack() : forget(payload, false, context);
  }

  /**
   * Forgets the token.
   *
   * @param all whether what was noted and chosen is forgotten as well
   */
  private Response forget(
      EventsApiPayload<? extends Event> payload, boolean all, EventContext context) {
    boolean byOrganisation = isByOrganisation(payload);
    String enterprise = payload.getEnterpriseId();
    String team = payload.getTeamId();
    String place = Installations.place(enterprise, team, byOrganisation);
    try {
      if (installations != null
          && installations.isInstalledSince(place, when(payload.getEventTime()))) {
        return context.ack();
      }
      // Before the token: what fails in between is done when Slack comes again. There may be no
      // token any more, as that it was revoked may have come first.
      if (all) {
        for (String loser : losers(enterprise, team, byOrganisation)) {
          entries.removeAll(SmtpSlackPlugin.place(loser));
        }
      }
      if (installations != null) {
        installations.uninstalled(place);
      }
      return context.ack();
    } catch (StoreException e) {
      LOG.warn("A workspace is not forgotten yet: {}", e.getMessage());
      // Bolt would acknowledge whatever else is answered here.
      throw new Installations.AwayException(e);
    }
  }

  private Set<String> losers(
      @Nullable String enterprise, @Nullable String team, boolean byOrganisation)
      throws StoreException {
    if (installations != null) {
      return installations.losers(enterprise, team, byOrganisation);
    }
    return team == null ? Set.of() : Set.of(team);
  }

  /** A workspace of an organisation may have a token of its own: that of the others stays. */
  private static boolean isByOrganisation(EventsApiPayload<?> payload) {
    List<Authorization> authorizations = payload.getAuthorizations();
    return payload.getTeamId() == null
        || (authorizations != null
            && authorizations.stream()
                .anyMatch(each -> Boolean.TRUE.equals(each.getIsEnterpriseInstall())));
  }

  /** Slack tells whole seconds; who installed it in the same second did so before. */
  private static long when(@Nullable Integer seconds) {
    return seconds == null ? Long.MAX_VALUE : Duration.ofSeconds(seconds + 1L).toMillis();
  }
}
