/**
 * The models of a workspace: their headers, which of them reads which, and all that is wrong with
 * them before anything runs.
 */
@NullMarked
package eu.wattpeil.kpi.model;

import org.jspecify.annotations.NullMarked;
