/** Full-text search in the catalog. */
@NullMarked
package io.github.smtpbot.catalog.search;

import org.jspecify.annotations.NullMarked;
