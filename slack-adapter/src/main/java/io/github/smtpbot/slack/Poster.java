package io.github.smtpbot.slack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who had an answer posted for all to see, and may take it back. It travels in the button for that,
 * which Slack sends back as we wrote it, whoever presses it.
 *
 * @param userId the member
 * @param claim what {@link Posted} knows it by; empty if it is not known there
 */
record Poster(String userId, String claim) {

  private static final String BETWEEN = " ";

  /** Stands for whoever asks in what is written before that is known; no id of Slack's. */
  static final Poster ANY = new Poster("{asker}", "");

  /** Puts an asker in the place of {@link #ANY}, in JSON; nobody who is no member of Slack's. */
  static String fill(String json, @Nullable String userId) {
    return json.contains(ANY.userId)
        ? json.replace(ANY.userId, userId != null && Notes.isMemberId(userId) ? userId : "nobody")
        : json;
  }

  /** Somebody who asked where all read it. */
  static @Nullable Poster asker(@Nullable String userId) {
    return of(userId, "");
  }

  /** Somebody who posted an answer; nobody if it is not known who. */
  static @Nullable Poster of(@Nullable String userId, String claim) {
    return userId == null || userId.isEmpty() ? null : new Poster(userId, claim);
  }

  /** Reads what {@link #value} wrote. */
  static Optional<Poster> ofValue(String value) {
    int between = value.indexOf(BETWEEN);
    return between < 0
        ? Optional.ofNullable(asker(value))
        : Optional.ofNullable(of(value.substring(0, between), value.substring(between + 1)));
  }

  /** What the button carries. */
  String value() {
    return claim.isEmpty() ? userId : userId + BETWEEN + claim;
  }
}
