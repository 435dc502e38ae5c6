/** A report in a language, ready to be set: every text is written here, none in a form. */
@NullMarked
package eu.wattpeil.report.page;

import org.jspecify.annotations.NullMarked;
