/**
 * Draws failures over time. Comes in: a {@link io.github.smtpbot.chart.FailureChart}, numbers and
 * names that may be shown. Goes out: a picture. Knows neither logs nor answers.
 */
@NullMarked
package io.github.smtpbot.chart;

import org.jspecify.annotations.NullMarked;
