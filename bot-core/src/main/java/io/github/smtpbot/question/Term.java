package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import java.util.Locale;

/** What a word of a question, or a few words together, can be. */
sealed interface Term {

  /** A code, whether or not the catalog has it. */
  record ACode(Code code) implements Term {}

  /** A family of codes; named if it is called by a word, {@code soft bounce}. */
  record AFamily(Family family, boolean named) implements Term {}

  /** Something that looks like a code but is none. */
  record NotACode(String written) implements Term {}

  /** A command or phase. */
  record ACommand(Command command) implements Term {}

  /** A provider, by its id. */
  record AProvider(String id) implements Term {}

  /** A token that only one provider prints, {@code S3150}. */
  record AToken(String provider, String mark) implements Term {

    /** The token itself; a mark whose end is left open stands for what was typed. */
    Mentions.Token typed(String text) {
      if (!mark.endsWith("*")) {
        return new Mentions.Token(provider, mark);
      }
      StringBuilder token = new StringBuilder(text);
      for (int i = 0; i < text.length() && i < mark.length(); i++) {
        if (text.charAt(i) == ' ') {
          // What parts words in a question is part of the token.
          token.setCharAt(i, mark.charAt(i));
        }
      }
      return new Mentions.Token(provider, token.toString());
    }
  }

  /** A cause. */
  record ACause(Cause cause) implements Term {}

  /** A situation that a server has a code of its own for, by its key. */
  record ASituation(String key) implements Term {}

  /** An error of the network or a library. */
  record AnError(KnownError error) implements Term {}

  /** The language that the answer is wanted in. */
  record ALanguage(Locale language) implements Term {}

  /** Betrays what is asked. */
  record ACue(Intent intent) implements Term {}

  /** What can be listed: providers, causes, commands, ports. */
  record AList(Cues.Listed listed) implements Term {}

  /** A word of a question that names nothing. */
  record APart(Cues.Part part) implements Term {}

  /** None of all that. */
  record Unknown() implements Term {}
}
