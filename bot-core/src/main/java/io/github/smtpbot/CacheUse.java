package io.github.smtpbot;

/**
 * How well the cache of answers works.
 *
 * @param hits how many answers were taken from it
 * @param misses how many had to be composed
 */
public record CacheUse(long hits, long misses) {

  /** How often it was asked. */
  public long requests() {
    return hits + misses;
  }
}
