/** The values of all months for one page that answers questions by itself. */
@NullMarked
package eu.wattpeil.report.explorer;

import org.jspecify.annotations.NullMarked;
