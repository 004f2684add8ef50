package io.github.smtpbot.chart;

/** This machine cannot draw. */
public final class ChartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ChartException(Throwable cause) {
    super("This machine cannot draw: " + cause.getClass().getSimpleName(), cause);
  }
}
