/** The pages of a server: what a browser shows of a workspace. They only read. */
@NullMarked
package eu.wattpeil.web;

import org.jspecify.annotations.NullMarked;
