package eu.wattpeil.report;

import eu.wattpeil.report.page.ReportPage;
import java.util.List;

/**
 * The list of published months: what the template {@code index.html} sees.
 *
 * @param language tag
 * @param languages the same list for others
 * @param files what holds all months in one
 * @param heads the months of the goals' strip, the newest last
 * @param goals how each goal stood in these months
 * @param months the newest first
 */
public record IndexPage(
        String language,
        String organisation,
        List<Link> languages,
        List<Link> files,
        List<Head> heads,
        List<GoalStrip> goals,
        List<Line> months) {

    /**
     * A month of the strip.
     *
     * @param letter first letter of its name
     * @param year where it is the first of a year, or of the strip; else empty
     */
    public record Head(String month, String letter, String year) {}

    /**
     * A goal.
     *
     * @param marks one per month of the strip; with an empty code for a month without a verdict
     */
    public record GoalStrip(String title, List<ReportPage.VerdictMark> marks) {}

    /**
     * A month.
     *
     * @param anchor of its line
     * @param editions the newest first
     */
    public record Line(String anchor, String month, List<Edition> editions) {}

    /** An edition with its files. */
    public record Edition(String label, List<Link> links) {}

    /**
     * A file.
     *
     * @param address relative to the list
     * @param language of its readers; empty where it is for all
     */
    public record Link(String label, String address, String language) {}
}
