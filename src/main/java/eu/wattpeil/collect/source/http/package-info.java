/** Documents that are asked for over HTTP. */
@NullMarked
package eu.wattpeil.collect.source.http;

import org.jspecify.annotations.NullMarked;
