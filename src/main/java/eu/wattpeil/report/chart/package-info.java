/** Charts as data, and how they are drawn. */
@NullMarked
package eu.wattpeil.report.chart;

import org.jspecify.annotations.NullMarked;
