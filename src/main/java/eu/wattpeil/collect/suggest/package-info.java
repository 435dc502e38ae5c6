/**
 * What a document shows of itself: which preset recognises it, and how it might be read.
 *
 * <p>Only what all documents of one origin have in common is looked at; nothing that is found is
 * kept.
 */
@NullMarked
package eu.wattpeil.collect.suggest;

import org.jspecify.annotations.NullMarked;
