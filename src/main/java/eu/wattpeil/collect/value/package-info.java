/**
 * From the bytes of a field to a value: numbers with their units, dates and times with the clock of
 * a zone. A value is a long; what stands for none is in {@link eu.wattpeil.collect.value.NoValue}.
 */
@NullMarked
package eu.wattpeil.collect.value;

import org.jspecify.annotations.NullMarked;
