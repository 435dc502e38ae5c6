/**
 * A document as bytes: opened as text, cut into stretches, split into rows and fields, and the
 * texts that come again made once.
 *
 * <p>Everything here works on a buffer of bytes and two positions in it. Nothing makes a {@code
 * String} or an object per row unless the row is unusual.
 */
@NullMarked
package eu.wattpeil.collect.bytes;

import org.jspecify.annotations.NullMarked;
