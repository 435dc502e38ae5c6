package eu.wattpeil.web;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says what figures and tables mean. */
final class DictionaryBlocks {

    private final Reader reader;

    DictionaryBlocks(Reader reader) {
        this.reader = reader;
    }

    /**
     * All figures.
     *
     * @param isExplained whether each leads to how its last value came about
     */
    Block figures(Collection<Kpi> kpis, boolean isExplained) {
        Numerals numerals = new Numerals(reader.words());
        List<List<Cell>> rows = new ArrayList<>();
        kpis.stream()
                .sorted(Comparator.comparing(Kpi::kpiId))
                .forEach(
                        kpi ->
                                rows.add(
                                        List.of(
                                                new Cell(
                                                        kpi.kpiId(),
                                                        isExplained
                                                                ? reader.address(
                                                                        PagesController.EXPLAIN,
                                                                        "kpi",
                                                                        kpi.kpiId())
                                                                : ""),
                                                Cell.of(reader.words().pick(kpi.title())),
                                                Cell.of(numerals.unit(kpi)),
                                                Cell.of(reader.words().pick(kpi.formula())),
                                                Cell.of(reader.words().pick(kpi.source())))));
        return new Block(
                "figures",
                reader.say("title.figures"),
                List.of(),
                List.of(),
                List.of(
                        reader.head("name"),
                        reader.head("meaning"),
                        reader.head("unit"),
                        reader.head("formula"),
                        reader.head("source_of_figure")),
                rows);
    }

    Block table(Dataset dataset) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Column column : dataset.columns()) {
            rows.add(
                    List.of(
                            Cell.of(column.name()),
                            Cell.of(column.type().name().toLowerCase(Locale.ROOT)),
                            Cell.of(column.unit()),
                            Cell.of(
                                    reader.say(
                                            column.isRequired() ? "required" : "may_be_missing")),
                            Cell.of(column.description())));
        }
        return new Block(
                dataset.name(),
                dataset.name(),
                List.of(),
                List.of(),
                List.of(
                        reader.head("column"),
                        reader.head("type"),
                        reader.head("unit"),
                        reader.head("presence"),
                        reader.head("meaning")),
                rows);
    }
}
