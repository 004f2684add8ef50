package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a log is read.
 *
 * @param since deliveries before it are left out, and those without a time; null for all
 * @param until deliveries from then on are left out, and those without a time; null for all
 * @param format the only one to look for; null to recognise what is there
 * @param zone of times that are written without one
 * @param most bytes are read of each source, unpacked
 * @param progress is told of what was read, from time to time
 */
public record LogOptions(
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable LogFormat format,
    ZoneId zone,
    long most,
    Progress progress) {

  /** Is told how far reading has come. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Some more was read; told about once for each megabyte, and at the end.
     *
     * @param read bytes of all sources until here, packed as they lie there
     * @param of bytes of all sources; negative if that is not known
     */
    void read(long read, long of);
  }

  /** Everything, in the zone of this machine. */
  public static LogOptions all() {
    return new LogOptions(
        null, null, null, ZoneId.systemDefault(), Long.MAX_VALUE, (read, of) -> {});
  }

  /** The same, from a time on. */
  public LogOptions withSince(@Nullable Instant from) {
    return new LogOptions(from, until, format, zone, most, progress);
  }

  /** The same, to a time. */
  public LogOptions withUntil(@Nullable Instant to) {
    return new LogOptions(since, to, format, zone, most, progress);
  }

  /** The same, with one format only. */
  public LogOptions withFormat(@Nullable LogFormat only) {
    return new LogOptions(since, until, only, zone, most, progress);
  }

  /** The same, for times of this zone. */
  public LogOptions withZone(ZoneId of) {
    return new LogOptions(since, until, format, of, most, progress);
  }

  /** The same, of at most so many bytes of each source, unpacked. */
  public LogOptions withMost(long bytes) {
    return new LogOptions(since, until, format, zone, bytes, progress);
  }

  /** The same, and this is told how far it has come. */
  public LogOptions withProgress(Progress told) {
    return new LogOptions(since, until, format, zone, most, told);
  }
}
