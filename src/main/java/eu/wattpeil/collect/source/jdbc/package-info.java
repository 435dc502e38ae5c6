/** Documents that are the answers of databases to a query. */
@NullMarked
package eu.wattpeil.collect.source.jdbc;

import org.jspecify.annotations.NullMarked;
