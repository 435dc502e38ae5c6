/** What stands behind a value, for a reader and for a machine. */
@NullMarked
package eu.wattpeil.report.explanation;

import org.jspecify.annotations.NullMarked;
