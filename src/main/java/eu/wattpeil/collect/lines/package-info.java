/** The format {@code lines}: texts whose lines are told by regular expressions. */
@NullMarked
package eu.wattpeil.collect.lines;

import org.jspecify.annotations.NullMarked;
