/**
 * Runs a workspace: the stages of a run on Spring Batch, the lock, the log of runs, and the status.
 */
@org.jspecify.annotations.NullMarked
package eu.wattpeil.operate;
