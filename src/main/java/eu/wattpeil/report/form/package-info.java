/** The files in which a report is given, each by a class of its own. */
@NullMarked
package eu.wattpeil.report.form;

import org.jspecify.annotations.NullMarked;
