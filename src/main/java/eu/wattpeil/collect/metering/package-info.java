/** Formats of meter readings that a delimited definition cannot describe. */
@NullMarked
package eu.wattpeil.collect.metering;

import org.jspecify.annotations.NullMarked;
