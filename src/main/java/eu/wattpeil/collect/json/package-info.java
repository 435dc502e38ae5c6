/** The format {@code json}: documents whose values, or lines of values, are JSON. */
@NullMarked
package eu.wattpeil.collect.json;

import org.jspecify.annotations.NullMarked;
