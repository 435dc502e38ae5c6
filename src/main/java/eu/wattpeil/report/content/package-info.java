/** What is to be said of a month, before it is said in a language or a form. */
@NullMarked
package eu.wattpeil.report.content;

import org.jspecify.annotations.NullMarked;
