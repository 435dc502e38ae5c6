/** What programs that watch over a workspace read of it: metrics for Prometheus, and health. */
@NullMarked
package eu.wattpeil.monitor;

import org.jspecify.annotations.NullMarked;
