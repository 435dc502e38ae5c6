package eu.wattpeil.report.content;

import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Texts;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a month's report is made from.
 *
 * @param texts of all languages
 * @param definitions of the reports that the organisation wants
 * @param month the month it speaks of
 * @param edition number of the edition, from 1
 * @param softwareVersion of the program
 * @param inputsFingerprint of everything that the edition was computed from, in hexadecimal
 * @param catalogue all KPIs
 * @param values what is shown of the month and of the {@value #MONTHS_BACK} before it, and of the
 *     series of goals in all months; later months than {@code month} are left out
 * @param previousEdition the month's values as its edition before this one had them, for the
 *     restatement; empty for the first edition
 * @param sources one entry per definition, of the documents with rows in the month
 * @param rejects of these documents, one entry per definition and reason
 * @param breaks in the series of KPIs, of any months
 * @param later what came after the edition and would change it too little for another one
 * @param meters what meters say of the month that no figure shows
 * @param categories of devices of the month that {@code config/device-profiles.csv} lacks
 * @param unread datasets that a KPI is made from and that no definition fills, by the KPI's id
 * @param insights what its edition tells beside the values
 * @param provenance where the edition comes from
 */
public record MonthlyFacts(
        Organisation organisation,
        Texts texts,
        List<Report> definitions,
        YearMonth month,
        int edition,
        String softwareVersion,
        String inputsFingerprint,
        List<Kpi> catalogue,
        List<KpiValue> values,
        List<KpiValue> previousEdition,
        List<SourceFacts> sources,
        List<RejectFacts> rejects,
        List<SeriesBreak> breaks,
        Optional<LaterChange> later,
        MeterFacts meters,
        List<CategoryFacts> categories,
        Map<String, Set<String>> unread,
        Insights insights,
        Provenance provenance) {

    /** Months before its own that a report looks back at, beside the series of goals. */
    public static final int MONTHS_BACK = 24;

    /** Of series without a break, to which nothing came later, and without what is missing. */
    public MonthlyFacts(
            Organisation organisation,
            Texts texts,
            List<Report> definitions,
            YearMonth month,
            int edition,
            String softwareVersion,
            String inputsFingerprint,
            List<Kpi> catalogue,
            List<KpiValue> values,
            List<KpiValue> previousEdition,
            List<SourceFacts> sources,
            List<RejectFacts> rejects) {
        this(
                organisation,
                texts,
                definitions,
                month,
                edition,
                softwareVersion,
                inputsFingerprint,
                catalogue,
                values,
                previousEdition,
                sources,
                rejects,
                List.of(),
                Optional.empty(),
                MeterFacts.none(),
                List.of(),
                Map.of(),
                Insights.NONE,
                Provenance.UNKNOWN);
    }

    public MonthlyFacts {
        if (edition < 1) {
            throw new IllegalArgumentException("edition is " + edition + ", expected 1 or more");
        }
        definitions = List.copyOf(definitions);
        catalogue = List.copyOf(catalogue);
        values = List.copyOf(values);
        previousEdition = List.copyOf(previousEdition);
        breaks = List.copyOf(breaks);
        categories = List.copyOf(categories);
        unread = Map.copyOf(unread);
        sources = sources.stream().sorted(Comparator.comparing(SourceFacts::definition)).toList();
        rejects =
                rejects.stream()
                        .sorted(
                                Comparator.comparing(RejectFacts::definition)
                                        .thenComparing(RejectFacts::reason))
                        .toList();
    }
}
