package io.github.smtpbot.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a group began or rose, by more than chance explains; {@code docs/logs.md} says how that is
 * found.
 *
 * @param group which
 * @param began whether there was none of it before; else it rose
 * @param since when it began or rose: the first failure of that time
 * @param until when it ended: the last failure of that time; null if it goes on
 * @param before of the mail to that provider outside of that time, the part that failed so, 0 to 1
 * @param during of the mail to that provider in that time, the part that failed so
 * @param affected how many deliveries failed so in that time
 * @param chance how likely such a change would be by chance alone, at most
 */
public record Change(
    LogGroup group,
    boolean began,
    Instant since,
    @Nullable Instant until,
    double before,
    double during,
    Count affected,
    double chance) {}
