/**
 * The monthly report: its job, its folders and what is checked of its definition. What is said
 * stands in {@code content}, how in {@code words}, {@code chart} and {@code page}, in which files
 * in {@code form}. Nothing below here reads a clock, the store or the configuration; the same
 * edition gives the same bytes.
 */
@NullMarked
package eu.wattpeil.report;

import org.jspecify.annotations.NullMarked;
