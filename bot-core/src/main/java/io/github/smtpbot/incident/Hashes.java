package io.github.smtpbot.incident;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/** Hashes of texts; the same on every machine, so that summaries of several can be merged. */
final class Hashes {

  private static final Hasher64 HASHER = Hashing.wyhashFinal4();

  private Hashes() {}

  static long of(CharSequence text) {
    return HASHER.hashCharsToLong(text);
  }

  /** Of two that belong together. */
  static long of(long one, long other) {
    return HASHER.hashLongLongToLong(one, other);
  }
}
