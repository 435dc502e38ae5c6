/** What can go wrong around the program, done to real processes of it. */
@NullMarked
package eu.wattpeil.fault;

import org.jspecify.annotations.NullMarked;
