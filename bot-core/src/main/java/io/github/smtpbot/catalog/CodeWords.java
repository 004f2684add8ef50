package io.github.smtpbot.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a code in one language; plain text, without markup.
 *
 * @param name what it is called
 * @param meaning one to three sentences; the first gives the gist
 * @param when situations in which one meets it
 * @param fix what to do, by the one who does it, in the order to try
 * @param note where standard, registry and practice disagree
 */
public record CodeWords(
    String name, String meaning, List<String> when, Map<Role, String> fix, @Nullable String note) {

  /** The first sentence of the meaning. */
  public String gist() {
    return Sentences.first(meaning);
  }
}
