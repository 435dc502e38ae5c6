/**
 * From the rows of a table to the records of a dataset, as a definition maps its columns. Nothing
 * here knows in what kind of document the table is written.
 */
@NullMarked
package eu.wattpeil.collect.table;

import org.jspecify.annotations.NullMarked;
