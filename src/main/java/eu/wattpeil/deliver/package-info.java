/**
 * Brings published reports to their readers: by mail, or into a folder. What was done is kept in
 * the store, so that nothing is sent twice. The only user of the library for mail.
 */
@NullMarked
package eu.wattpeil.deliver;

import org.jspecify.annotations.NullMarked;
