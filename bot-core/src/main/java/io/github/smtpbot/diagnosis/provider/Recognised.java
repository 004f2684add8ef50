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
 * @param provider who answered, or null if nothing tells
 */
public record Recognised(
    Reply reply,
    Wording.Found found,
    Supplier<Wording.Found> around,
    @Nullable Provider provider) {}
