/**
 * The Parquet tables and the ledger. Nothing else in Wattpeil knows Parquet or Hadoop.
 *
 * <p>Each first-level folder of a store is a table. A document is in the store exactly when its row
 * is in the ledger; everything is made aside and put in place by a rename.
 */
@NullMarked
package eu.wattpeil.store;

import org.jspecify.annotations.NullMarked;
