/**
 * The command line: reads arguments, prints results, and gives exit codes. Nothing is decided here.
 */
@org.jspecify.annotations.NullMarked
package eu.wattpeil.cli;
