/**
 * The command line: reads arguments, prints results, and gives exit codes. Nothing is decided here.
 */
package eu.wattpeil.cli;
