/** Used by the build only: compiles the catalog's YAML files. Not in the published jars. */
@NullMarked
package io.github.smtpbot.catalog.compiler;

import org.jspecify.annotations.NullMarked;
