/**
 * The monthly report: what is said of a month, and the files that say it. Nothing here reads a
 * clock, the store or the configuration; the same edition gives the same bytes.
 */
@NullMarked
package eu.wattpeil.report;

import org.jspecify.annotations.NullMarked;
