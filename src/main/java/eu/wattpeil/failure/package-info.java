/** What a failure is to a user: something to put right, or a fault of ours. Knows nothing else. */
@NullMarked
package eu.wattpeil.failure;

import org.jspecify.annotations.NullMarked;
