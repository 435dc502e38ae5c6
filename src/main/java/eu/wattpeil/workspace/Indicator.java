package eu.wattpeil.workspace;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry of {@code config/indicators.yaml}: a figure that no machine delivers and the
 * organisation declares itself, in the dataset indicators. It is a KPI like any other, and its
 * words say that it is declared. Departments and the organisation have one; figures of other scopes
 * are left to models.
 *
 * @param indicatorId as the rows of the dataset name it; the id of its KPI
 * @param title by language
 * @param unit of the figures; a figure in another one does not count
 * @param decimals digits that it is shown with
 * @param better which way is good: lower, higher or context
 * @param overTime how the figures of a month, and then months, become one
 * @param practice what it measures, as in {@link Goal#PRACTICES}
 * @param source where the organisation takes it from, by language
 * @param place of the entry
 */
public record Indicator(
        String indicatorId,
        Map<Locale, String> title,
        String unit,
        int decimals,
        String better,
        OverTime overTime,
        String practice,
        Map<Locale, String> source,
        Place place) {

    /** How figures become one. */
    public enum OverTime {
        SUM("figure_sum"),
        LAST("figure_last"),
        MEAN("figure_mean");

        private final String column;

        OverTime(String column) {
            this.column = column;
        }
    }

    public Indicator {
        title = Map.copyOf(title);
        source = Map.copyOf(source);
    }

    /** The model of its KPI, as if somebody had written it. */
    ModelFile model() {
        return new ModelFile("kpi", indicatorId, header() + select(), place.file());
    }

    private String header() {
        boolean isMean = overTime == OverTime.MEAN;
        String titles = spoken("title", title);
        String ratio =
                isMean
                        ? spoken("numerator", title)
                                + "-- denominator.en: Months\n"
                                + "-- denominator.nl: Maanden\n"
                                + "-- denominator.fr: Mois\n"
                                + "-- numerator-unit: "
                                + unit
                                + "\n-- denominator-unit: months\n"
                        : "";
        return titles
                + ratio
                + "-- unit: "
                + unit
                + "\n-- decimals: "
                + decimals
                + "\n-- better: "
                + better
                + "\n-- grain: department, organisation\n"
                + "-- formula: declared by the organisation\n"
                + "-- formula.nl: opgegeven door de organisatie\n"
                + "-- formula.fr: déclaré par l’organisation\n"
                + "-- per: none\n-- over-time: "
                + overTime.name().toLowerCase(Locale.ROOT)
                + "\n-- over-scope: none\n-- gap: keep\n"
                + spoken("source", source)
                + "-- grade: P\n-- practices: "
                + practice
                + "\n";
    }

    private static String spoken(String key, Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .map(it -> "-- " + key + "." + it.getKey().getLanguage() + ": " + it.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String select() {
        String denominator = overTime == OverTime.MEAN ? "1" : "null";
        return "select\n    month,\n    scope_kind,\n    scope_id,\n    "
                + overTime.column
                + " as numerator,\n    cast("
                + denominator
                + " as decimal(18, 6)) as denominator,\n"
                + "    cast(1 as double) as coverage,\n"
                + "    cast(0 as double) as measured_share\n"
                + "from int_indicators\nwhere scope_kind in ('department', 'organisation')\n"
                + "    and indicator_id = '"
                + indicatorId
                + "'\n    and unit = '"
                + unit.replace("'", "''")
                + "'\n";
    }
}
