/**
 * Plain data with the place it was written at: what the catalog's files become before they are
 * facts and words.
 */
@NullMarked
package io.github.smtpbot.catalog.data;

import org.jspecify.annotations.NullMarked;
