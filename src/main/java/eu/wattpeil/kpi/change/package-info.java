/** What changed a value: the parts of the difference between two months or two years. */
@NullMarked
package eu.wattpeil.kpi.change;

import org.jspecify.annotations.NullMarked;
