package io.github.smtpbot.incident;

/** How a message, or one for one recipient, ended; what is worse comes later. */
enum Standing {
  DELIVERED(0),
  REJECTED(1),
  DEFERRED(2),
  BOUNCED(3);

  /** How many there are. */
  static final int COUNT = 4;

  private final int place;

  Standing(int place) {
    this.place = place;
  }

  /** Where it is counted. */
  int place() {
    return place;
  }
}
