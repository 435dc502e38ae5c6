package eu.wattpeil.report;

import java.util.List;

/**
 * The list of published months: what the template {@code index.html} sees.
 *
 * @param language tag
 * @param months the newest first
 */
public record IndexPage(String language, String organisation, List<Line> months) {

    /**
     * A month.
     *
     * @param editions the newest first
     */
    public record Line(String month, List<Edition> editions) {}

    /** An edition with its files. */
    public record Edition(String label, List<Link> links) {}

    /**
     * A file.
     *
     * @param address relative to the list
     */
    public record Link(String label, String address) {}
}
