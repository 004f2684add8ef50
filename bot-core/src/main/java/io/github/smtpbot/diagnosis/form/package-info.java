/**
 * The second room: what kind of text it is, and what of it was said about the failure. In comes a
 * decoded text or message. Out goes a {@link io.github.smtpbot.diagnosis.form.Said}: its form, its
 * lines, each reply on one of them, and the fields of a delivery status notification; without the
 * returned message.
 */
@NullMarked
package io.github.smtpbot.diagnosis.form;

import org.jspecify.annotations.NullMarked;
