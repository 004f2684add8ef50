package io.github.smtpbot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Intent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts whether people found answers right: by what kind of answer it was, and by nothing that
 * somebody asked or pasted. A person has one vote for an answer, and may change it. Who voted is
 * kept for a day as a digest that only this program can make. Safe for use by many threads.
 */
public final class Feedback {

  /** After so many votes the counts are told again. */
  private static final int TOLD_EVERY = 100;

  private static final int MAX_VOTES_KNOWN = 10_000;
  private static final Duration KEEP = Duration.ofHours(24);

  private final Map<Count, AtomicLong> counts = new ConcurrentHashMap<>();
  private final String salt = UUID.randomUUID().toString();
  private final Cache<String, Count> votes =
      Caffeine.newBuilder()
          .maximumSize(MAX_VOTES_KNOWN)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /** What somebody found an answer to be. */
  public enum Vote {
    /** It was right. */
    RIGHT,
    /** It was wrong. */
    WRONG
  }

  /**
   * What is counted of an answer. All of it are labels of the catalog and of the answer model.
   *
   * @param kind what kind of answer it is
   * @param intent what was asked
   * @param cause what was diagnosed, or null
   */
  public record About(Answer.Kind kind, Intent intent, @Nullable Cause cause) {

    private static final String BETWEEN = ".";
    private static final int PARTS = 3;

    /** What is counted of this answer. */
    public static About of(Answer answer) {
      Cause cause = null;
      if (answer.shareable() instanceof Shareable.Found found) {
        cause = found.cause();
      } else if (answer.shareable() instanceof Shareable.Groups several) {
        cause = several.groups().get(0).found().cause();
      } else if (answer.diagnosis() != null && !answer.diagnosis().isEmpty()) {
        cause = answer.diagnosis().findings().get(0).cause();
      }
      return new About(answer.kind(), answer.asked().intent(), cause);
    }

    /** What {@link #token} wrote; empty if it is anything else. */
    public static Optional<About> ofToken(String token) {
      String[] parts = token.split("\\.", -1);
      if (parts.length != PARTS) {
        return Optional.empty();
      }
      Answer.Kind kind = find(Answer.Kind.values(), parts[0]);
      Intent intent = find(Intent.values(), parts[1]);
      Cause cause = find(Cause.values(), parts[2]);
      return kind == null || intent == null || (cause == null && !parts[2].isEmpty())
          ? Optional.empty()
          : Optional.of(new About(kind, intent, cause));
    }

    /** All of it as one short word, for a button to carry. */
    public String token() {
      return String.join(BETWEEN, label(kind), label(intent), cause == null ? "" : label(cause));
    }

    private static String label(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E find(E[] values, String label) {
      for (E value : values) {
        if (label(value).equals(label)) {
          return value;
        }
      }
      return null;
    }
  }

  /**
   * Which answer is voted on, for a button to carry.
   *
   * @param about what is counted of it
   * @param answer a digest of what the answer is made of, the same wherever it is shown; empty if
   *     it cannot be shown again
   */
  public record Ballot(About about, String answer) {

    private static final char BETWEEN = ':';
    private static final int DIGITS = 12;

    /** That of this answer. */
    public static Ballot of(Answer answer) {
      Shareable made = answer.shareable();
      return new Ballot(
          About.of(answer), made == null ? "" : digest(made.bareToken()).substring(0, DIGITS));
    }

    /** What {@link #token} wrote; empty if it is anything else. */
    public static Optional<Ballot> ofToken(String token) {
      int between = token.indexOf(BETWEEN);
      String answer = between < 0 ? "" : token.substring(between + 1);
      boolean sound =
          between < 0
              || (answer.length() == DIGITS
                  && answer.chars().allMatch(c -> Character.digit(c, 16) >= 0));
      return About.ofToken(between < 0 ? token : token.substring(0, between))
          .filter(about -> sound)
          .map(about -> new Ballot(about, answer));
    }

    /** All of it as one word of at most 80 characters. */
    public String token() {
      return answer.isEmpty() ? about.token() : about.token() + BETWEEN + answer;
    }
  }

  /**
   * What is counted together.
   *
   * @param about the kind of answer
   * @param vote what people found
   */
  public record Count(About about, Vote vote) {}

  /**
   * Counts a vote. Who voted longer than a day ago, or before ten thousand others, is not known any
   * more, and counts anew.
   *
   * @param voter who votes, in any form that is the same the next time
   * @param place where they read it, the same for the same message; it tells answers apart that
   *     cannot be shown again
   * @param ballot which answer
   * @param vote what they found
   * @return false if they have said the same of it before, which counts once
   */
  public boolean vote(String voter, String place, Ballot ballot, Vote vote) {
    String which = ballot.answer().isEmpty() ? place : ballot.answer();
    Count now = new Count(ballot.about(), vote);
    String key = digest(String.join("\n", salt, voter, ballot.about().token(), which));
    Count before = votes.asMap().put(key, now);
    if (now.equals(before)) {
      return false;
    }
    if (before != null) {
      number(before).decrementAndGet();
    }
    number(now).incrementAndGet();
    return true;
  }

  /** Whether so many have voted that the counts are worth a line in a log again. */
  public boolean isWorthTelling() {
    return total() % TOLD_EVERY == 0;
  }

  /** How many votes there are of each kind, since the program was started. */
  public Map<Count, Long> counts() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().get() > 0)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().get()));
  }

  /** How many votes there are in all. */
  public long total() {
    return counts.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** All counts in one line, for a log: {@code diagnosis.meaning.spam right 3, …}. */
  @Override
  public String toString() {
    List<Map.Entry<Count, Long>> sorted =
        counts().entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Count, Long> entry) -> entry.getKey().about().token())
                    .thenComparing(entry -> entry.getKey().vote()))
            .toList();
    return sorted.stream()
        .map(
            entry ->
                String.join(
                    " ",
                    entry.getKey().about().token(),
                    entry.getKey().vote().name().toLowerCase(Locale.ROOT),
                    entry.getValue().toString()))
        .collect(Collectors.joining(", "));
  }

  private AtomicLong number(Count count) {
    return counts.computeIfAbsent(count, key -> new AtomicLong());
  }

  private static String digest(String voter) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(voter.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
