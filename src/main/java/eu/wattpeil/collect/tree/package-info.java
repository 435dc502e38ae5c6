/**
 * Finds tables in documents that are trees: a place with wildcards says where the rows are, places
 * relative to a row its columns. Nothing here knows how a tree is written.
 */
@NullMarked
package eu.wattpeil.collect.tree;

import org.jspecify.annotations.NullMarked;
