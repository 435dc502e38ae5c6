/**
 * Goals judged on measured values: the path to the target, the gap to it, and where the present
 * trend leads.
 */
@NullMarked
package eu.wattpeil.goal;

import org.jspecify.annotations.NullMarked;
