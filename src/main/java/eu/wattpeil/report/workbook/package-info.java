/** A report as a workbook: what stands on its sheets, and the file that holds them. */
@NullMarked
package eu.wattpeil.report.workbook;

import org.jspecify.annotations.NullMarked;
