/**
 * The fourth room: who answered. In come replies. Out goes each as a {@link
 * io.github.smtpbot.diagnosis.provider.Recognised}, with what the catalog knows of its words.
 */
@NullMarked
package io.github.smtpbot.diagnosis.provider;

import org.jspecify.annotations.NullMarked;
