/**
 * From documents to editions: the models of a month computed into {@code kpi_values}, and the job
 * that does it.
 */
@NullMarked
package eu.wattpeil.kpi.edition;

import org.jspecify.annotations.NullMarked;
