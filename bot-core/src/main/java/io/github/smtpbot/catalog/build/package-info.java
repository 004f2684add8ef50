/** Used by the build only: compiles the catalog's YAML files. Not in the published jars. */
@NullMarked
package io.github.smtpbot.catalog.build;

import org.jspecify.annotations.NullMarked;
