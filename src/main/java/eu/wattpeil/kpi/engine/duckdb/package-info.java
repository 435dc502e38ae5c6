/**
 * DuckDB: an engine in this process, whose databases in memory reach the files of the store, and
 * the parser and binder that models and queries are checked with.
 */
@NullMarked
package eu.wattpeil.kpi.engine.duckdb;

import org.jspecify.annotations.NullMarked;
