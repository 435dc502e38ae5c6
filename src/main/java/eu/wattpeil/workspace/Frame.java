package eu.wattpeil.workspace;

import java.util.Locale;
import java.util.Map;

/**
 * A row of {@code jobs/frames.csv}: a place in a reporting frame that figures are asked for.
 *
 * @param frame the standard, law or scheme, such as ESRS
 * @param reference the place in it, such as E1-5; empty where it stands for the whole
 * @param title what is asked for there, by language
 * @param source the document, with its address
 * @param grade how sure the reference is: A read in the publisher's text, B in a quotation, C
 *     recalled
 */
public record Frame(
        String frame, String reference, Map<Locale, String> title, String source, String grade) {

    public Frame {
        title = Titles.copy(title);
    }

    /** How the header of a KPI names it: frame and reference. */
    public String word() {
        return reference.isEmpty() ? frame : frame + " " + reference;
    }
}
