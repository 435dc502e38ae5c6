/**
 * From documents to records: what a source, a format and a reject are, and the job {@code collect}.
 *
 * <p>The formats live in packages by subject, which do not know each other.
 */
@NullMarked
package eu.wattpeil.collect;

import org.jspecify.annotations.NullMarked;
