/** Where documents come from: files, plain or packed. */
@NullMarked
package eu.wattpeil.collect.source;

import org.jspecify.annotations.NullMarked;
