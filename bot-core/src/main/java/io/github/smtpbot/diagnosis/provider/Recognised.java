package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reply, what the catalog knows of its words, and who answered.
 *
 * @param found what the catalog knows of the reply's own words
 * @param around what it knows of the words around the reply; looked up when it is first asked for
 * @param answerer who answered, or null if nothing tells
 */
public record Recognised(
    Reply reply, Wording.Found found, Supplier<Wording.Found> around, @Nullable Answerer answerer) {

  /** Who answered: a provider, or the brand that stands for its house; null if nothing tells. */
  public @Nullable Provider provider() {
    return answerer == null ? null : answerer.provider();
  }

  /** Whether no more than the house of the {@link #provider} is shown. */
  public boolean isHouseOnly() {
    return answerer != null && answerer.isHouseOnly();
  }
}
