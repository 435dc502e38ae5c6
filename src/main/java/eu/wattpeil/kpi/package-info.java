/**
 * From documents to KPIs: the models of a workspace, computed month by month with DuckDB into
 * editions of {@code kpi_values}. The only package that speaks SQL.
 */
@NullMarked
package eu.wattpeil.kpi;

import org.jspecify.annotations.NullMarked;
