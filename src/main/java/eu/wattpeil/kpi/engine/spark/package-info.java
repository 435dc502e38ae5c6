/**
 * Spark: an engine on a cluster, whose driver is this process. Nothing of Spark is on the class
 * path: its libraries lie in a folder of their own, are loaded when the configuration asks for
 * Spark, and are called by their names.
 */
@NullMarked
package eu.wattpeil.kpi.engine.spark;

import org.jspecify.annotations.NullMarked;
