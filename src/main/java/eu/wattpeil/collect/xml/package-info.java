/** The format {@code xml}: documents of elements, one root or several. */
@NullMarked
package eu.wattpeil.collect.xml;

import org.jspecify.annotations.NullMarked;
