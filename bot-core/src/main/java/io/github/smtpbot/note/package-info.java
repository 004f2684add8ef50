/** What teams write about codes, providers and causes, and where it is shown. */
@NullMarked
package io.github.smtpbot.note;

import org.jspecify.annotations.NullMarked;
