/** From which day on a KPI is at another level, whether or not anybody did something. */
@NullMarked
package eu.wattpeil.kpi.shift;

import org.jspecify.annotations.NullMarked;
