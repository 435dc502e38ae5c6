/**
 * Runs a workspace: the stages of a run on Spring Batch, the lock, the log of runs, and the status.
 */
package eu.wattpeil.operate;
