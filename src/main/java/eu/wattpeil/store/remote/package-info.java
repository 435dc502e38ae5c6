/**
 * A store behind an object store or HDFS: which files belong to it is said by one object, its head,
 * and a commit is the next head, which can be created once.
 *
 * <p>Files are uploaded first, each under a name that is never used again; then the head is created
 * that names them. Nothing is renamed, and what a head names does not change. Whoever writes holds
 * a claim, which is a head of its own: who held an earlier one finds that the next number is taken.
 */
@NullMarked
package eu.wattpeil.store.remote;

import org.jspecify.annotations.NullMarked;
