/** The words and numbers of a language. */
@NullMarked
package eu.wattpeil.report.words;

import org.jspecify.annotations.NullMarked;
