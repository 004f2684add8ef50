package io.github.smtpbot.discord;

import org.jspecify.annotations.Nullable;

/**
 * What a message has besides the answer itself.
 *
 * @param offerPost whether it has a button that posts the answer into the channel
 * @param offerPaste whether it has a button for a long paste
 * @param askedBy the id of the person to credit, or null
 * @param note a line in small print, plain text; empty for none
 */
record Extras(boolean offerPost, boolean offerPaste, @Nullable String askedBy, String note) {

  Extras(boolean offerPost, boolean offerPaste, @Nullable String askedBy) {
    this(offerPost, offerPaste, askedBy, "");
  }

  static final Extras NONE = new Extras(false, false, null);
}
