/**
 * The phrases, tokens and hosts of the catalog, arranged so that looking a text up takes time that
 * is linear in the text and does not grow with the catalog. Knows nothing of the rooms that ask.
 */
@NullMarked
package io.github.smtpbot.diagnosis.wording;

import org.jspecify.annotations.NullMarked;
