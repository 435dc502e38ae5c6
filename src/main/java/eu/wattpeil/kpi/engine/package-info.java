/**
 * What running SQL needs, whatever runs it: an {@link eu.wattpeil.kpi.engine.Engine} with its
 * sessions, the store's files, configuration and ledger as it sees them, and the texts of SQL
 * themselves. It knows no model and no KPI. Each engine has a package below this one.
 */
@NullMarked
package eu.wattpeil.kpi.engine;

import org.jspecify.annotations.NullMarked;
