package io.github.smtpbot.discord;

import org.jspecify.annotations.Nullable;

/**
 * What a message has besides the answer itself.
 *
 * @param offerPost whether it has a button that posts the answer into the channel
 * @param offerPaste whether it has a button for a long paste
 * @param deletedBy the id of the person who may delete it by a button, or null
 * @param askedBy the id of the person to credit, or null
 * @param note lines in small print, plain text; empty for none
 */
record Extras(
    boolean offerPost,
    boolean offerPaste,
    @Nullable String deletedBy,
    @Nullable String askedBy,
    String note) {

  static final Extras NONE = new Extras(false, false, null, null, "");

  /** Of an answer for the asker alone, who may dismiss it without us. */
  static Extras toAsker(boolean offerPost, String note) {
    return new Extras(offerPost, false, null, null, note);
  }

  /** Of an answer that all see; Discord says above it who asked. */
  static Extras toAll(String asker) {
    return new Extras(false, false, asker, null, "");
  }

  /** Of an answer that was posted later. */
  static Extras posted(String asker) {
    return new Extras(false, false, asker, asker, "");
  }

  /** The same with another line in small print. */
  Extras withNote(String line) {
    return new Extras(
        offerPost, offerPaste, deletedBy, askedBy, note.isEmpty() ? line : note + "\n" + line);
  }

  /** The same with a button for a long paste. */
  Extras withPaste() {
    return new Extras(offerPost, true, deletedBy, askedBy, note);
  }
}
