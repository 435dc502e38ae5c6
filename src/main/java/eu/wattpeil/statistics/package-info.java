/**
 * Statistics of measured series: least squares with errors that allow for days like their
 * neighbours, and what a saving is worth. It knows nothing of KPIs.
 */
@NullMarked
package eu.wattpeil.statistics;

import org.jspecify.annotations.NullMarked;
