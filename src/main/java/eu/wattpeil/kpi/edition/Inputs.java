package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.duckdb.ConfigRelations;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that months are computed from, as it was when the ledger was read.
 *
 * @param ledger the visible documents
 * @param version of the software
 */
record Inputs(
        Workspace workspace,
        Catalogue catalogue,
        ConfigRelations config,
        List<LedgerRow> ledger,
        String version) {

    /** Months before the computed one whose results its models and its year can see. */
    static final int EARLIER_MONTHS = 23;

    ZoneId zone() {
        return workspace.settings().zone();
    }

    /** The documents that the models of a month can see any row of. */
    List<LedgerRow> documents(YearMonth month) {
        Map<String, MonthWindow> windows = windows();
        return ledger.stream()
                .filter(document -> windows.containsKey(document.dataset()))
                .filter(
                        document -> {
                            MonthWindow window = windows.get(document.dataset());
                            return document.touches(
                                    month.plusMonths(window.from()),
                                    month.plusMonths(window.to()),
                                    zone());
                        })
                .toList();
    }

    /** The months of which documents say something, from the first to the last. */
    Optional<MonthSpan> months() {
        return ledger.stream()
                .flatMap(
                        document ->
                                Datasets.named(document.dataset())
                                        .flatMap(table -> document.months(table, zone()))
                                        .stream())
                .reduce(MonthSpan::and);
    }

    /** A fingerprint of each model and of the prelude. */
    SortedMap<String, String> modelHashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        Stream.concat(catalogue.models().stream().map(Model::file), catalogue.prelude().stream())
                .forEach((ModelFile file) -> hashes.put(file.name(), Fingerprint.of(file.sql())));
        return hashes;
    }

    /** The rows of the configuration that the models of a month can see. */
    ConfigRelations config(YearMonth month) {
        YearMonth first = month.minusMonths(EARLIER_MONTHS);
        int ahead = windows().values().stream().mapToInt(MonthWindow::to).max().orElse(0);
        return config.within(
                new MonthSpan(first, month), new MonthSpan(first, month.plusMonths(ahead)), zone());
    }

    /** A fingerprint of each part of the configuration that the models of a month see. */
    SortedMap<String, String> configHashes(YearMonth month) {
        SortedMap<String, String> hashes = config(month).hashes();
        hashes.put("zone", Fingerprint.of(zone().getId()));
        return hashes;
    }

    /** A fingerprint of all of it that a month can see, but for the results of earlier months. */
    String fingerprint(YearMonth month) {
        List<String> parts = new ArrayList<>();
        parts.add(month.toString());
        parts.add(version);
        modelHashes().forEach((name, hash) -> parts.add(name + "=" + hash));
        configHashes(month).forEach((name, hash) -> parts.add(name + "=" + hash));
        documents(month).stream()
                .map(
                        it ->
                                Fingerprint.line(
                                        List.of(
                                                it.documentId(),
                                                it.batch(),
                                                it.definition(),
                                                it.dataset(),
                                                it.sha256(),
                                                it.records())))
                .forEach(parts::add);
        return Fingerprint.of(parts);
    }

    private Map<String, MonthWindow> windows() {
        Map<String, Dataset> datasets = Catalogue.datasets();
        Map<String, MonthWindow> windows = new HashMap<>();
        for (Model model : catalogue.models()) {
            model.reads().stream()
                    .filter(read -> datasets.containsKey(read.name()))
                    .forEach(read -> windows.merge(read.name(), model.window(), MonthWindow::and));
        }
        return windows;
    }
}
