package io.github.smtpbot.log.generate;

import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;

/**
 * What happens in a generated log.
 *
 * @param message its number, from 1
 * @param first whether it is the first attempt for this message
 * @param time to the second
 * @param host of the next server
 * @param result what comes of it
 * @param reply what the next server says, or of one that is rejected this one
 */
public record LoggedAttempt(
    int message,
    boolean first,
    Instant time,
    String sender,
    String recipient,
    String host,
    Result result,
    String reply) {}
