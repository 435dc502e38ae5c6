/**
 * How files get to the disk for good and whole: written aside, synced, put in place by one rename;
 * who may read them; and which process holds a folder.
 */
@NullMarked
package eu.wattpeil.disk;

import org.jspecify.annotations.NullMarked;
