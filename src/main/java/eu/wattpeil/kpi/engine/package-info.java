/**
 * What runs SQL: the store's files and documents as an engine sees them, and the texts of SQL
 * themselves. It knows no model and no KPI.
 */
@NullMarked
package eu.wattpeil.kpi.engine;

import org.jspecify.annotations.NullMarked;
