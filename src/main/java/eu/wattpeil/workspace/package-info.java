/**
 * What the organisation wrote down: {@code config/} and {@code jobs/} as validated records.
 *
 * <p>Nothing outside this package reads these files. Reading never stops at the first mistake: it
 * notes every one in {@link eu.wattpeil.workspace.Problems}, with the file and line to open.
 */
@org.jspecify.annotations.NullMarked
package eu.wattpeil.workspace;
