package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.token_rotation.RefreshedToken;
import com.slack.api.token_rotation.TokenRotationException;
import com.slack.api.token_rotation.TokenRotator;
import io.github.smtpbot.store.Claims;
import io.github.smtpbot.store.StoreException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Slack rotate tokens that end soon: one thread of one copy at a time, as a refresh token is
 * good for once. A new token that could not be written, as the database was away, is kept until it
 * can. Safe for use by many threads.
 */
final class Rotation {

  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  /** How long before its end a token is rotated: Slack's end after twelve hours. */
  static final Duration EARLY = Duration.ofHours(2);

  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final String CLAIMED = "slack rotation ";

  private final TokenRotator rotator;
  private final Claims claims;
  private final Map<String, DefaultBot> unwritten = new ConcurrentHashMap<>();
  private final OnceAMinute minute = new OnceAMinute();

  /**
   * Rotates tokens.
   *
   * @param rotator asks Slack as {@link #EARLY} as that
   */
  Rotation(TokenRotator rotator, Claims claims) {
    this.rotator = rotator;
    this.claims = claims;
  }

  /** Where the tokens of one workspace are kept. */
  interface Kept {
    @Nullable DefaultBot read() throws StoreException;

    void write(DefaultBot newer) throws StoreException;
  }

  /**
   * The same with a token that does not end soon, if one can be had.
   *
   * @param bot with a refresh token
   */
  DefaultBot current(String id, DefaultBot bot, Kept kept) {
    try {
      DefaultBot waiting = unwritten.get(id);
      if (waiting != null) {
        kept.write(waiting);
        unwritten.remove(id, waiting);
        return waiting;
      }
      if (!isDue(bot) || !claims.take(CLAIMED + id, CLAIM)) {
        return bot;
      }
      // Another copy may have done it since this was read.
      DefaultBot newest = kept.read();
      DefaultBot now = newest == null ? bot : newest;
      DefaultBot rotated = isDue(now) ? rotate(id, now, kept) : now;
      boolean unused = claims.release(CLAIMED + id);
      return rotated;
    } catch (StoreException e) {
      return unwritten.getOrDefault(id, bot);
    } catch (TokenRotationException e) {
      // Its message may quote what Slack answered.
      if (minute.isDue()) {
        LOG.warn("Slack does not rotate the token of {}; it is tried again", id);
      }
      return bot;
    }
  }

  /** What could not be written of it is of no use any more. */
  void forget(String id) {
    unwritten.remove(id);
  }

  private static boolean isDue(DefaultBot bot) {
    Long end = bot.getBotTokenExpiresAt();
    return end != null && end - System.currentTimeMillis() < EARLY.toMillis();
  }

  private DefaultBot rotate(String id, DefaultBot bot, Kept kept)
      throws TokenRotationException, StoreException {
    Optional<RefreshedToken> refreshed =
        rotator.performTokenRotation(
            token ->
                token
                    .accessToken(bot.getBotAccessToken())
                    .refreshToken(bot.getBotRefreshToken())
                    .expiresAt(bot.getBotTokenExpiresAt()));
    if (refreshed.isEmpty()) {
      return bot;
    }
    bot.setBotAccessToken(refreshed.get().getAccessToken());
    bot.setBotRefreshToken(refreshed.get().getRefreshToken());
    bot.setBotTokenExpiresAt(refreshed.get().getExpiresAt());
    unwritten.put(id, bot);
    kept.write(bot);
    unwritten.remove(id, bot);
    return bot;
  }
}
