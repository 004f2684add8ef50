package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import java.util.List;

/** Reads pasted texts and messages. Not written yet: finds nothing. */
public final class Diagnoser {

  /** A reader that knows the wording of this catalog. */
  public Diagnoser(Catalog catalog) {
    catalog.phrases();
  }

  /** Reads a pasted text. */
  public Diagnosis read(String text) {
    return new Diagnosis(Diagnosis.Form.TEXT, List.of(), "");
  }

  /** Reads a message file. */
  public Diagnosis readMessage(byte[] message) {
    return new Diagnosis(Diagnosis.Form.MESSAGE, List.of(), "");
  }
}
