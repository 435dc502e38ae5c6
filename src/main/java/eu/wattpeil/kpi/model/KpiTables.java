package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.LiteralTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the headers of KPIs say of reporting frames and of practices, as tables. */
public final class KpiTables {

    private KpiTables() {}

    /** A row for each thing that a reporting frame asks for and a KPI feeds. */
    public static LiteralTable frames(List<Kpi> kpis, List<Locale> languages) {
        List<Column> columns = new ArrayList<>();
        columns.add(text("kpi_id", "the KPI"));
        columns.add(text("frame", "the standard, law or scheme"));
        columns.add(text("reference", "the place in it; null for the whole"));
        columns.addAll(titles(languages));
        columns.add(text("grade", "how sure the reference is: A read, B quoted, C recalled"));
        columns.add(text("source", "the document, with its address"));
        return new LiteralTable(
                new Dataset("kpi_frames", columns, "", "", false),
                kpis.stream()
                        .flatMap(
                                kpi ->
                                        kpi.frames().stream()
                                                .map(
                                                        it -> {
                                                            List<Object> row = new ArrayList<>();
                                                            row.add(kpi.kpiId());
                                                            row.add(it.frame());
                                                            row.add(present(it.reference()));
                                                            row.addAll(
                                                                    titles(it.title(), languages));
                                                            row.add(it.grade());
                                                            row.add(it.source());
                                                            return row;
                                                        }))
                        .toList());
    }

    /** A row for each practice that a KPI measures. */
    public static LiteralTable practices(List<Kpi> kpis) {
        return new LiteralTable(
                new Dataset(
                        "kpi_practices",
                        List.of(
                                text("practice", "what the organisation does about its ICT"),
                                text("kpi_id", "a KPI that measures it")),
                        "",
                        "",
                        false),
                kpis.stream()
                        .flatMap(
                                kpi ->
                                        kpi.practices().stream()
                                                .map(it -> List.<Object>of(it, kpi.kpiId())))
                        .toList());
    }

    /** A column for the title in each language. */
    public static List<Column> titles(List<Locale> languages) {
        return languages.stream()
                .map(it -> text("title_" + it.getLanguage(), "title in that language"))
                .toList();
    }

    /** The fields of those columns; empty where a language has no title. */
    public static List<Object> titles(Map<Locale, String> title, List<Locale> languages) {
        return languages.stream()
                .<Object>map(language -> Optional.ofNullable(title.get(language)))
                .toList();
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    private static Column text(String name, String description) {
        return Column.optional(name, ColumnType.TEXT, description);
    }
}
