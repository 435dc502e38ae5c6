package eu.wattpeil.report.page;

import eu.wattpeil.report.chart.TimeChart;
import java.util.List;
import java.util.Optional;

/**
 * What finished measures came to, a page each, to be handed to other organisations: what a template
 * sees. It names no room, no host and no department; every text is plain text.
 *
 * @param note what stands where no measure is finished; empty where one is
 * @param footer edition, software and fingerprint
 */
public record FichePage(
        String language,
        String title,
        String organisation,
        String month,
        String note,
        List<Fiche> fiches,
        String footer) {

    /**
     * A measure.
     *
     * @param tags how it is sorted; empty where nobody says
     * @param done what was done; empty where nobody wrote it down
     * @param result in one sentence that claims no more than its interval
     * @param facts what is behind the result
     * @param chart of what it is measured by; empty where the report shows none of its scope
     */
    public record Fiche(
            String id,
            String title,
            String tags,
            String done,
            String result,
            List<ReportPage.Item> facts,
            Optional<TimeChart> chart,
            String lesson,
            String repeat,
            String method) {}
}
