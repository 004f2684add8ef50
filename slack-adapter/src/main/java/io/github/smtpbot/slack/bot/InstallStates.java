package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.service.OAuthStateService;
import io.github.smtpbot.store.Claims;
import io.github.smtpbot.store.Secrets;
import io.github.smtpbot.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Tells a browser that comes back from Slack from one that was never sent there. A state is sealed
 * and holds its own end, so that whoever opens the page of the installation has nothing stored; of
 * those that were used, all copies of the bot know. Safe for use by many threads.
 */
final class InstallStates implements OAuthStateService {

  private static final Duration VALID = Duration.ofSeconds(DEFAULT_EXPIRATION_IN_SECONDS);
  private static final String PURPOSE = "the state of an installation";
  private static final String USED = "slack oauth state ";

  private final Secrets secrets;
  private final Claims claims;
  private final Clock clock;

  InstallStates(Secrets secrets, Claims claims, Clock clock) {
    this.secrets = secrets;
    this.claims = claims;
    this.clock = clock;
  }

  @Override
  public String generateNewStateValue() {
    long end = clock.millis() + VALID.toMillis();
    return secrets.voucher(end + " " + UUID.randomUUID(), PURPOSE);
  }

  @Override
  public void addNewStateToDatastore(String state) {
    // The browser alone keeps it.
  }

  /** True once: whoever comes with it again may not have it used again. */
  @Override
  public boolean isAvailableInDatabase(String state) {
    try {
      return secrets.readVoucher(state, PURPOSE).map(this::end).orElse(0L) > clock.millis()
          && claims.take(USED + digest(state), VALID);
    } catch (StoreException e) {
      throw new Installations.AwayException(e);
    }
  }

  private long end(String text) {
    return Long.parseLong(text.substring(0, text.indexOf(' ')));
  }

  @Override
  public void deleteStateFromDatastore(String state) {
    // It is used since it was found to be good.
  }

  private static String digest(String state) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
