package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Shareable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was posted where, so that an answer is posted once, however often and by whomever its
 * button is pressed. Holds digests and nothing else. Safe for use by many threads.
 */
final class Posted {

  private static final int MAX_POSTS = 10_000;
  private static final Duration KEEP = Duration.ofHours(24);

  private final Once posted = new Once(MAX_POSTS, KEEP);

  /** Whether this is posted for the first time; if so, it counts as posted from now on. */
  boolean claim(String claim) {
    return posted.isFirst(claim);
  }

  /** It could not be posted after all, or was taken back. */
  void release(String claim) {
    posted.forget(claim);
  }

  /**
   * What a post is known by: a digest.
   *
   * @param team the workspace, or null
   * @param channel where it is posted
   * @param origin what was asked about: a message, a thread, or the modal it was asked in
   */
  static String claimOf(@Nullable String team, String channel, String origin, Shareable shareable) {
    String of = String.join("\n", team + "", channel, origin, shareable.token());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
