/** Runs jobs at their times, for as long as it is left to. */
@NullMarked
package eu.wattpeil.serve;

import org.jspecify.annotations.NullMarked;
