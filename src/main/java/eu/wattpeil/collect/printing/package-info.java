/** Formats of print logs. What identifies a person never leaves a parser here. */
@NullMarked
package eu.wattpeil.collect.printing;

import org.jspecify.annotations.NullMarked;
