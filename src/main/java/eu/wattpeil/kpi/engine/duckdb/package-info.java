/**
 * DuckDB as the engine: databases in memory over the files of the store, the relations of
 * configuration and ledger in them, and its parser.
 */
@NullMarked
package eu.wattpeil.kpi.engine.duckdb;

import org.jspecify.annotations.NullMarked;
