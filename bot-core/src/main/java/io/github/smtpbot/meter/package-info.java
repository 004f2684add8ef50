/**
 * What an operator sees of a running bot: numbers for Prometheus, and whether it is alive and
 * ready, on a port of its own. The program that is the bot makes a {@link
 * io.github.smtpbot.meter.Meters} if its owner set that port, and hands it what happens; nothing of
 * it is loaded otherwise. Numbers have labels from a fixed list and never any content.
 */
@NullMarked
package io.github.smtpbot.meter;

import org.jspecify.annotations.NullMarked;
