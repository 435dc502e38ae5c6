package eu.wattpeil.report.page;

import java.util.List;

/**
 * A summary in one language for staff and inhabitants: what a template sees. It names no room, no
 * host and no department, and holds no finding; every text is plain text.
 *
 * @param headline one sentence on the most important figure
 * @param counts how many goals stand how
 * @param figures the first of each section that has a chart
 * @param goals of no part below the organisation that people could be told apart in
 * @param measures what was done, with what it came to
 * @param rules that hold for every number
 * @param footer edition, software and fingerprint
 */
public record PublicPage(
        String language,
        String title,
        String organisation,
        String month,
        String headline,
        List<ReportPage.Count> counts,
        List<ReportPage.Block> figures,
        List<ReportPage.GoalLine> goals,
        List<ReportPage.Item> measures,
        List<String> rules,
        String footer) {}
