/**
 * Holds every number of a report against the tables that its edition is kept in: what stands in a
 * table is read by plain SQL, reckoned with and written once more, in other words than the
 * program's.
 */
@NullMarked
package eu.wattpeil.report.numbers;

import org.jspecify.annotations.NullMarked;
