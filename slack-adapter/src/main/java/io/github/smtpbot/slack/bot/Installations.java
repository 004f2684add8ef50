package io.github.smtpbot.slack.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.bolt.service.InstallationService;
import com.slack.api.bolt.util.JsonOps;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.store.Secrets;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of the workspaces and organisations that have installed the app, in the database. What
 * was read is known for a minute; while the database is away, it is known for as long as the bot
 * runs, so that whoever asked before is answered on. Nothing is kept of who installed it. Safe for
 * use by many threads.
 */
final class Installations implements InstallationService {

  private static final Logger LOG = LoggerFactory.getLogger(Installations.class);

  private static final String KIND = "slack bot";
  private static final int MAX_KNOWN = 10_000;
  private static final long FRESH = Duration.ofMinutes(1).toNanos();

  private final Secrets secrets;
  private final Rotation rotation;
  private final Organisations organisations;
  private final SmtpBot words;
  private final OnceAMinute minute = new OnceAMinute();
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MAX_KNOWN).executor(Runnable::run).build();

  /**
   * What was read last.
   *
   * @param bot as JSON; null if there is none
   */
  private record Known(@Nullable String bot, long until) {}

  /** The database is away, and Slack has to come again. */
  static final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwayException(StoreException cause) {
      super(cause.getMessage());
    }
  }

  Installations(Secrets secrets, Rotation rotation, Organisations organisations, SmtpBot words) {
    this.secrets = secrets;
    this.rotation = rotation;
    this.organisations = organisations;
    this.words = words;
  }

  @Override
  public boolean isHistoricalDataEnabled() {
    return false;
  }

  @Override
  public void setHistoricalDataEnabled(boolean wanted) {
    // An earlier token is of no use.
  }

  @Override
  public void saveInstallerAndBot(Installer installer) throws StoreException {
    saveBot(installer.toBot());
  }

  @Override
  public void saveBot(Bot bot) throws StoreException {
    String id = id(bot);
    String json = JsonOps.toJsonString(bot);
    rotation.forget(id);
    secrets.put(KIND, id, json);
    remember(id, json);
    LOG.info("Installed: {}", id);
  }

  @Override
  public void deleteBot(Bot bot) throws StoreException {
    String id = id(bot);
    String json = secrets.find(KIND, id).orElse(null);
    if (json != null && isToken(bot, read(json))) {
      delete(id);
    } else {
      // It was installed again meanwhile.
      known.invalidate(id);
    }
  }

  private static boolean isToken(Bot bot, DefaultBot stored) {
    return Objects.equals(bot.getBotAccessToken(), stored.getBotAccessToken());
  }

  @Override
  public void deleteInstaller(Installer installer) throws StoreException {
    deleteBot(installer.toBot());
  }

  /** The token of an organisation holds for its workspaces as well. */
  @Override
  public @Nullable Bot findBot(@Nullable String enterprise, @Nullable String team) {
    for (String id : ids(enterprise, team)) {
      DefaultBot bot = find(id);
      if (bot != null) {
        if (enterprise != null && team != null && id.equals(org(enterprise))) {
          organisations.uses(enterprise, team);
        }
        return rotated(id, bot);
      }
    }
    return null;
  }

  /** No token of a person is asked for. */
  @Override
  public @Nullable Installer findInstaller(
      @Nullable String enterprise, @Nullable String team, @Nullable String user) {
    return null;
  }

  @Override
  public String getInstallationGuideText(
      @Nullable String enterprise, @Nullable String team, @Nullable String user) {
    return words.languages().stream()
        .map(language -> words.label("install.needed", language))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void deleteAll(@Nullable String enterprise, @Nullable String team) {
    try {
      uninstalled(place(enterprise, team, team == null));
    } catch (StoreException e) {
      throw new AwayException(e);
    }
  }

  /**
   * Who has installed it, or had.
   *
   * @param byOrganisation whether the organisation did so for its workspaces
   * @return null if it is not told
   */
  static @Nullable String place(
      @Nullable String enterprise, @Nullable String team, boolean byOrganisation) {
    if (byOrganisation) {
      return enterprise == null ? null : org(enterprise);
    }
    return team == null ? null : team(team);
  }

  /**
   * Whether it was installed after this moment.
   *
   * @param when in milliseconds
   */
  boolean isInstalledSince(@Nullable String place, long when) throws StoreException {
    String json = place == null ? null : secrets.find(KIND, place).orElse(null);
    Long installed = json == null ? null : read(json).getInstalledAt();
    return installed != null && installed > when;
  }

  /** Forgets the token, if there is one. */
  void uninstalled(@Nullable String place) throws StoreException {
    if (place != null) {
      delete(place);
    }
  }

  /**
   * Who loses the app with a token.
   *
   * @param team the workspace that Slack names, if any
   * @param byOrganisation whether the token is the organisation's; a workspace that has one of its
   *     own keeps the app then
   */
  Set<String> losers(@Nullable String enterprise, @Nullable String team, boolean byOrganisation)
      throws StoreException {
    Set<String> losers = new LinkedHashSet<>();
    if (team != null) {
      losers.add(team);
    }
    if (byOrganisation && enterprise != null) {
      losers.addAll(organisations.workspaces(enterprise));
      for (String each : List.copyOf(losers)) {
        if (secrets.find(KIND, team(each)).isPresent()) {
          losers.remove(each);
        }
      }
    }
    return losers;
  }

  private void delete(String id) throws StoreException {
    rotation.forget(id);
    secrets.remove(KIND, id);
    known.invalidate(id);
    LOG.info("Uninstalled: {}", id);
  }

  private @Nullable DefaultBot find(String id) {
    Known before = known.getIfPresent(id);
    if (before != null && System.nanoTime() - before.until() < 0) {
      return before.bot() == null ? null : read(before.bot());
    }
    try {
      String json = secrets.find(KIND, id).orElse(null);
      remember(id, json);
      return json == null ? null : read(json);
    } catch (StoreException e) {
      if (minute.isDue()) {
        LOG.warn("Workspaces are answered as far as they are known: {}", e.getMessage());
      }
      if (before == null || before.bot() == null) {
        throw new AwayException(e);
      }
      return read(before.bot());
    }
  }

  private void remember(String id, @Nullable String json) {
    known.put(id, new Known(json, System.nanoTime() + FRESH));
  }

  /** Bolt would have each copy of the bot rotate it for itself, so that it sees nothing of it. */
  private DefaultBot rotated(String id, DefaultBot bot) {
    if (bot.getBotRefreshToken() == null) {
      return bot;
    }
    DefaultBot current =
        rotation.current(
            id,
            bot,
            new Rotation.Kept() {
              @Override
              public @Nullable DefaultBot read() throws StoreException {
                return secrets.find(KIND, id).map(Installations::read).orElse(null);
              }

              @Override
              public void write(DefaultBot newer) throws StoreException {
                String json = JsonOps.toJsonString(newer);
                remember(id, json);
                secrets.put(KIND, id, json);
              }
            });
    DefaultBot shown = read(JsonOps.toJsonString(current));
    shown.setBotRefreshToken(null);
    return shown;
  }

  private static DefaultBot read(String json) {
    return JsonOps.fromJson(json, DefaultBot.class);
  }

  private static String id(Bot bot) {
    boolean org = Boolean.TRUE.equals(bot.getIsEnterpriseInstall()) || bot.getTeamId() == null;
    return org ? org(bot.getEnterpriseId()) : team(bot.getTeamId());
  }

  /** The organisation's first. */
  private static List<String> ids(@Nullable String enterprise, @Nullable String team) {
    List<String> ids = new ArrayList<>();
    if (enterprise != null) {
      ids.add(org(enterprise));
    }
    if (team != null) {
      ids.add(team(team));
    }
    return ids;
  }

  private static String org(String enterprise) {
    return "organisation " + enterprise;
  }

  private static String team(String team) {
    return "workspace " + team;
  }
}
