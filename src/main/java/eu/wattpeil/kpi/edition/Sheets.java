package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.ConfigRelations;
import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.SheetRelations;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.KpiTables;
import eu.wattpeil.kpi.model.Sheet;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Workspace;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills sheets from what months are computed from, what their editions show, and the configuration
 * as it is now. Nothing is written: a fact that is recorded later is in the sheet that is asked for
 * next.
 *
 * <p>It sees the ledger as it was when it was made, takes no lock, and changes nothing.
 */
public final class Sheets {

    private static final List<Locale> LANGUAGES =
            Stream.of("en", "nl", "fr").map(Locale::forLanguageTag).toList();

    private final Engine engine;
    private final Inputs inputs;
    private final Store store;
    private final Editions editions;

    private Sheets(Engine engine, Inputs inputs, Store store) {
        this.engine = engine;
        this.inputs = inputs;
        this.store = store;
        this.editions = new Editions(store);
    }

    /**
     * Reads the ledger.
     *
     * @param catalogue loaded from the workspace's models without a problem
     * @param version of the software
     */
    public static Sheets open(
            Workspace workspace, Catalogue catalogue, Store store, String version) {
        Engine engine = Engines.chosen();
        return new Sheets(
                engine,
                new Inputs(
                        workspace,
                        catalogue,
                        ConfigRelations.of(workspace),
                        store.documents(),
                        version,
                        catalogue.prelude(engine.name()),
                        Optional.empty()),
                store);
    }

    /** The months that are computed, in order. */
    public List<YearMonth> months() {
        return editions.current().stream()
                .map(Edition::month)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /**
     * The rows of a sheet for a year, each with the month that it was computed of; none where no
     * month of the year is computed.
     */
    public LiteralTable rows(Sheet sheet, Year year) {
        List<YearMonth> computed =
                months().stream().filter(it -> it.getYear() == year.getValue()).toList();
        List<YearMonth> months =
                switch (sheet.span()) {
                    case MONTH -> computed;
                    case YEAR ->
                            computed.isEmpty()
                                    ? List.of()
                                    : List.of(computed.get(computed.size() - 1));
                };
        Dataset table = inputs.catalogue().table(sheet.model());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required("month", ColumnType.TEXT, "computed month"));
        columns.addAll(table.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (YearMonth month : months) {
            for (List<Object> cells : rows(sheet, month)) {
                List<Object> row = new ArrayList<>();
                row.add(month.toString());
                row.addAll(cells);
                rows.add(row);
            }
        }
        return new LiteralTable(new Dataset(sheet.sheetId(), columns, "", "", false), rows);
    }

    private List<List<Object>> rows(Sheet sheet, YearMonth month) {
        ClosedMonths.of(inputs.catalogue(), store)
                .lacking(month, inputs.catalogue().closure(List.of(sheet.model())))
                .ifPresent(
                        kept -> {
                            throw new ComputationException(
                                    sheet.sheetId() + " of " + month + ": " + kept.words());
                        });
        List<GivenTable> given =
                new ArrayList<>(
                        SheetRelations.of(
                                inputs.workspace(), inputs.ledger(), month.atEndOfMonth()));
        given.add(frames());
        try (MonthModels models = MonthModels.open(engine, inputs, store, month)) {
            return models.sheet(sheet.model(), given, shown(month), readings(month));
        }
    }

    private GivenTable frames() {
        LiteralTable frames = KpiTables.frames(inputs.catalogue().kpis(), LANGUAGES);
        return new GivenTable(
                frames.table().name(),
                frames.table().columns().stream()
                        .map(it -> it.name() + " " + it.type().sqlType())
                        .toList(),
                frames.rows());
    }

    /** The values of the month and of those before it that a month sees. */
    private FileTable shown(YearMonth month) {
        YearMonth first = month.minusMonths(Inputs.EARLIER_MONTHS);
        return editions.files(
                editions.current().stream()
                        .filter(it -> !it.month().isBefore(first) && !it.month().isAfter(month))
                        .toList());
    }

    private FileTable readings(YearMonth month) {
        Dataset table = Datasets.METER_READINGS;
        StoreLayout folder = store.layout();
        Set<String> documents =
                inputs.ledger().stream().map(LedgerRow::documentId).collect(Collectors.toSet());
        List<YearMonth> months =
                folder.months(table.name()).stream().filter(it -> !it.isAfter(month)).toList();
        return FileTable.of(table, folder.ofDocuments(table.name(), months, documents));
    }
}
