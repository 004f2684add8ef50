/**
 * What a person asked. A text travels through four rooms, each once, after a question on a line of
 * its own beside a paste was set apart ({@code QuestionLine}): {@code Typed} and {@code CodeForms}
 * clean it and cut it into words; {@code PieceReader} tells what each word can be, with the
 * catalog's words and names ({@code Lexicon}); {@code PasteOrQuestion} tells a text that quotes a
 * server from one that asks; {@link io.github.smtpbot.question.Mentions} is what it names, and
 * {@link io.github.smtpbot.catalog.Intent} what it asks of that. What somebody who is named may
 * have said, {@link io.github.smtpbot.question.Saying}, is left to whoever knows the wording of
 * servers.
 */
@NullMarked
package io.github.smtpbot.question;

import org.jspecify.annotations.NullMarked;
