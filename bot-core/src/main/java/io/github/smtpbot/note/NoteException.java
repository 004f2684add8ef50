package io.github.smtpbot.note;

/** Notes cannot be read; the message is a part of a line, and quotes nothing of them. */
public final class NoteException extends Exception {

  private static final long serialVersionUID = 1L;

  NoteException(String message) {
    super(message);
  }
}
