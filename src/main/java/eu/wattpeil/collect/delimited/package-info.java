/** The format {@code delimited}: any text whose rows are lines of fields. */
@NullMarked
package eu.wattpeil.collect.delimited;

import org.jspecify.annotations.NullMarked;
