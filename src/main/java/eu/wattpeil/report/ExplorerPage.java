package eu.wattpeil.report;

import java.util.List;

/**
 * The page of all figures: what the template {@code explorer.html} sees.
 *
 * @param language tag
 * @param policy what the page may load and run, for browsers: nothing but what stands in it
 * @param links to the same page for others, to the list of months and to the table of all values
 * @param notes below it
 * @param data in JSON that may stand in a page
 */
public record ExplorerPage(
        String language,
        String organisation,
        String policy,
        List<IndexPage.Link> links,
        List<String> notes,
        String data) {}
