/**
 * Walks a value of a KPI back to what it was made of: the arithmetic, parts, months, factors, the
 * rows of the models, and the lines of documents behind them.
 */
@NullMarked
package eu.wattpeil.kpi.explain;

import org.jspecify.annotations.NullMarked;
