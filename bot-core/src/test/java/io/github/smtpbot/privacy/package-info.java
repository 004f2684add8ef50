/**
 * What the tests of a module log, count and store is kept in files while they run, and searched
 * afterwards for what they paste.
 */
@NullMarked
package io.github.smtpbot.privacy;

import org.jspecify.annotations.NullMarked;
