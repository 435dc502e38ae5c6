package eu.wattpeil.report.form;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The KPI values of all months as one table of text: what {@link KpiCsv} has of each month, with
 * title, section, direction and target.
 */
public final class AllKpisCsv implements AutoCloseable {

    /** The name of the file. */
    public static final String FILE = "kpis-all.csv";

    private final MonthlyReport newest;
    private final Words words;
    private final Scopes scopes;
    private final Map<String, String> sections = new HashMap<>();
    private final CsvText csv;

    /**
     * Begins the table.
     *
     * @param newest the report of the newest month, which names and aims go by
     * @param out closed with it
     */
    public AllKpisCsv(MonthlyReport newest, Writer out) throws IOException {
        this.newest = newest;
        words = Words.of(newest.facts().texts(), newest.facts().organisation().languages().get(0));
        scopes = new Scopes(newest.facts().organisation(), words);
        for (Report.Section section : newest.definition().sections()) {
            section.kpis().forEach(id -> sections.putIfAbsent(id, words.pick(section.title())));
        }
        csv = new CsvText(newest.facts().organisation().csv(), out);
        csv.row(header());
    }

    private static List<String> header() {
        List<String> header =
                new ArrayList<>(List.of("month", "kpi_id", "title", "section", "better"));
        header.addAll(KpiRow.HEADER);
        header.addAll(List.of("target", "target_month"));
        return header;
    }

    /**
     * Adds a month.
     *
     * @param current its rows as {@link eu.wattpeil.goal.History#current} has them, of KPIs that
     *     there are
     */
    public void add(List<KpiValue> current) {
        current.forEach(this::add);
    }

    private void add(KpiValue row) {
        Kpi kpi = newest.kpi(row.kpiId());
        Optional<Assessment> goal = newest.nextGoal(row.series(), row.month());
        List<Object> fields =
                new ArrayList<>(
                        List.of(
                                row.month(),
                                row.kpiId(),
                                words.pick(kpi.title()),
                                sections.getOrDefault(row.kpiId(), ""),
                                kpi.better().name().toLowerCase(Locale.ROOT)));
        fields.addAll(KpiRow.of(row, scopes));
        fields.add(KpiRow.field(goal.flatMap(Assessment::target).map(Numerals::plain)));
        fields.add(goal.map(it -> it.goal().targetMonth().toString()).orElse(""));
        csv.row(fields);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
