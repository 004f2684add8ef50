/** What the standards and the providers say: facts, words and search. */
@NullMarked
package io.github.smtpbot.catalog;

import org.jspecify.annotations.NullMarked;
