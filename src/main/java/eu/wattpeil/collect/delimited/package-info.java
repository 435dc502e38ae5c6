/**
 * Delimited text: the {@code delimited} format, which any definition can shape, and the byte-level
 * tokenizer and parsers beneath it, which other formats of delimited text use too.
 *
 * <p>Everything here works on a buffer of bytes and two positions in it. Nothing makes a {@code
 * String} or an object per row unless the row is unusual.
 */
@NullMarked
package eu.wattpeil.collect.delimited;

import org.jspecify.annotations.NullMarked;
