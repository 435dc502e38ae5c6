/**
 * What the store holds, for people and other programs: answers to SQL, and facts of sources,
 * rejects and runs.
 */
@NullMarked
package eu.wattpeil.kpi.query;

import org.jspecify.annotations.NullMarked;
