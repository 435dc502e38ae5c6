/** A report as a tagged PDF that can be archived, from markup. */
@NullMarked
package eu.wattpeil.report.pdf;

import org.jspecify.annotations.NullMarked;
