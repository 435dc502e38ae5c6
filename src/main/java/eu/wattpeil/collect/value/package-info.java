/**
 * From the bytes of a field to a value: numbers with their units, dates and times with the clock of
 * a zone. A value is a long; what cannot be read is a constant far from all values.
 */
@NullMarked
package eu.wattpeil.collect.value;

import org.jspecify.annotations.NullMarked;
