/** The format {@code nem12}: interval data of Australian meters. */
@NullMarked
package eu.wattpeil.collect.nem12;

import org.jspecify.annotations.NullMarked;
