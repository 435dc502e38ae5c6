/** The format {@code xlsx}: tables in the sheets of a workbook. */
@NullMarked
package eu.wattpeil.collect.xlsx;

import org.jspecify.annotations.NullMarked;
