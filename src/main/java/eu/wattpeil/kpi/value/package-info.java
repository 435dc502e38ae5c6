/**
 * From the figures of a KPI to its values: roll-up, division, longer periods, and what may not be
 * told.
 */
@NullMarked
package eu.wattpeil.kpi.value;

import org.jspecify.annotations.NullMarked;
