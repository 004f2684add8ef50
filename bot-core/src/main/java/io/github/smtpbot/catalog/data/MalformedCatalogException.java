package io.github.smtpbot.catalog.data;

/** A catalog file is wrong. The message names the file and the line, and what to write instead. */
public final class MalformedCatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Prepends the place to the message. */
  public MalformedCatalogException(Place place, String message) {
    super(place + ": " + message);
  }
}
