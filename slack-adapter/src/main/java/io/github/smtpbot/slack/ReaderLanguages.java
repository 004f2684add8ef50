package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Knows the language that each member has chosen in Slack. What {@code users.info} says is kept for
 * a while; where it is slow or says nothing, the fallback is used, so that no acknowledgement is
 * late. Safe for use by many threads.
 */
final class ReaderLanguages {

  private static final int MAX_READERS = 10_000;
  private static final Duration KEEP = Duration.ofHours(12);
  private static final Duration KEEP_FAILURE = Duration.ofMinutes(5);

  private final AsyncCache<Reader, Found> cache =
      Caffeine.newBuilder()
          .maximumSize(MAX_READERS)
          .expireAfter(Expiry.<Reader, Found>writing((reader, found) -> found.keep()))
          .executor(Runnable::run)
          .buildAsync();

  private final Executor executor;
  private final Duration patience;
  private final Locale fallback;

  /**
   * Looks languages up.
   *
   * @param executor runs the requests
   * @param patience how long a reader's answer waits for one
   * @param fallback the language where there is none to be had
   */
  ReaderLanguages(Executor executor, Duration patience, Locale fallback) {
    this.executor = executor;
    this.patience = patience;
    this.fallback = fallback;
  }

  /** The member's language. Waits no longer than the patience. */
  Locale of(Context context, @Nullable String userId) {
    if (userId == null || userId.isEmpty()) {
      return fallback;
    }
    Reader reader = new Reader(context.getTeamId(), userId);
    try {
      CompletableFuture<Found> found =
          cache.get(
              reader,
              (key, unused) -> {
                MethodsClient client = context.client();
                return CompletableFuture.supplyAsync(() -> lookUp(client, userId), executor);
              });
      Locale locale = found.get(patience.toMillis(), TimeUnit.MILLISECONDS).locale();
      return locale == null ? fallback : locale;
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      return fallback;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fallback;
    }
  }

  private static Found lookUp(MethodsClient client, String userId) {
    try {
      UsersInfoResponse response =
          client.usersInfo(request -> request.user(userId).includeLocale(true));
      String tag = response.getUser() == null ? null : response.getUser().getLocale();
      return tag == null || tag.isBlank()
          ? Found.NOTHING
          : new Found(Locale.forLanguageTag(tag), KEEP);
    } catch (IOException | SlackApiException | RuntimeException e) {
      return Found.NOTHING;
    }
  }

  private record Reader(@Nullable String teamId, String userId) {}

  private record Found(@Nullable Locale locale, Duration keep) {
    static final Found NOTHING = new Found(null, KEEP_FAILURE);
  }
}
