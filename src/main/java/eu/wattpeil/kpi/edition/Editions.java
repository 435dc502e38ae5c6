package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.model.KpiChanges;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.workspace.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The editions of the months in the store: {@code edition-N.parquet} with its manifest {@code
 * edition-N.json}, and {@code current.json}, which names the one that is shown and is always
 * written last.
 */
public final class Editions {

    private static final String CURRENT = "current.json";
    private static final String TOLD_CHANGES = Sql.resource(Editions.class, "told-changes.sql");

    private static final Pattern FILE = Pattern.compile("edition-([1-9]\\d{0,8})\\.parquet");

    private final Store store;
    private final Engine engine;
    private final StoreLayout folder;

    /** By month, the number of the edition that is taken for the shown one; none: as it is. */
    private final Optional<Map<YearMonth, Integer>> shown;

    /** Those of a store, read by the chosen engine. */
    public Editions(Store store) {
        this(store, Engines.chosen());
    }

    Editions(Store store, Engine engine) {
        this(store, engine, Optional.empty());
    }

    private Editions(Store store, Engine engine, Optional<Map<YearMonth, Integer>> shown) {
        this.store = store;
        this.engine = engine;
        this.folder = store.layout();
        this.shown = shown;
    }

    /** The same as they were when others were shown: of other months none was. */
    Editions showing(Map<YearMonth, Integer> numbers) {
        return new Editions(store, engine, Optional.of(Map.copyOf(numbers)));
    }

    /** The edition of a month that is shown. */
    public Optional<Edition> current(YearMonth month) {
        return shown.isPresent() ? chosen(month, shown.get()) : state(month).shown();
    }

    private static Optional<Edition> chosen(YearMonth month, Map<YearMonth, Integer> numbers) {
        return Optional.ofNullable(numbers.get(month))
                .map(number -> new Edition(month, number, "", ""));
    }

    /** What came after the shown edition of a month, and would change it too little for another. */
    public Optional<LaterChange> later(YearMonth month) {
        return state(month).later();
    }

    /** The documents that an edition was computed from. */
    Set<String> documentIds(Edition edition) {
        return madeFrom(edition.month(), edition.number())
                .map(it -> Set.copyOf(it.documents().keySet()))
                .orElse(Set.of());
    }

    /** What an edition of a month was computed from; empty without a manifest. */
    public Optional<MadeFrom> madeFrom(YearMonth month, int number) {
        return manifest(month, number).map(MadeFrom::of);
    }

    /** The day on which an edition of a month was computed that was not over; empty for another. */
    public Optional<LocalDate> until(YearMonth month, int number) {
        return manifest(month, number).flatMap(Manifest::until);
    }

    /** The manifest of an edition of a month; empty where there is none that can be read. */
    Optional<JsonNode> manifest(YearMonth month, int number) {
        return manifestText(month, number).flatMap(Manifest::parse);
    }

    /** The manifest of an edition of a month as it stands beside it; empty where there is none. */
    public Optional<String> manifestText(YearMonth month, int number) {
        return store.readText(manifestFile(month, number));
    }

    /**
     * By materialised model, the fingerprints of what a month left of it, of those that editions of
     * later months were made from.
     */
    Map<String, Set<String>> partsRead(YearMonth month) {
        Map<String, Set<String>> hashes = new HashMap<>();
        for (YearMonth later : folder.months(KpiTable.TABLE.name())) {
            if (later.isAfter(month)) {
                numbers(later).stream()
                        .flatMap(number -> manifest(later, number).stream())
                        .map(it -> it.path(Manifest.PARTS).path(month.toString()))
                        .flatMap(models -> models.properties().stream())
                        .forEach(
                                model ->
                                        hashes.computeIfAbsent(
                                                        model.getKey(), it -> new HashSet<>())
                                                .add(model.getValue().asString("")));
            }
        }
        return hashes;
    }

    /** The numbers of the editions of a month that were written, from the first on. */
    public List<Integer> numbers(YearMonth month) {
        return folder.fileNames(KpiTable.TABLE.name(), month).stream()
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .sorted()
                .toList();
    }

    /** The shown edition of each month, in order. */
    public List<Edition> current() {
        return folder.months(KpiTable.TABLE.name()).stream()
                .flatMap(month -> current(month).stream())
                .toList();
    }

    /** The fingerprint of the inputs of a month's materialised relations; empty without any. */
    String materialised(YearMonth month) {
        return state(month).materialised().orElse("");
    }

    /** The files of a month's materialised relations; none from before checksums were noted. */
    List<StoredFile> parts(YearMonth month) {
        return state(month).parts().orElse(List.of());
    }

    /** A month's materialised relations are all in place, from the inputs of that fingerprint. */
    void noteMaterialised(YearMonth month, String fingerprint, List<StoredFile> parts) {
        note(month, stateWithFiles(month).hasMaterialised(fingerprint, parts));
    }

    /**
     * Shows an edition.
     *
     * @param later what came after it and would change it too little for another one
     */
    void show(Edition edition, Optional<LaterChange> later) {
        note(edition.month(), stateWithFiles(edition.month()).shows(edition, later));
    }

    /**
     * Writes the rows of an edition, in order; nobody sees them yet. The values come last: where
     * they are, the other tables are.
     *
     * @param tables beside the values; one without rows has no file
     * @return the files
     */
    List<StoredFile> write(
            YearMonth month, int number, List<KpiValue> values, List<EditionTable> tables) {
        List<StoredFile> files = new ArrayList<>();
        for (EditionTable table : tables) {
            if (!table.isEmpty() || isThere(table, month, number)) {
                files.add(write(month, number, table));
            }
        }
        try (TableFile file = store.create(KpiTable.TABLE, file(KpiTable.TABLE, month, number))) {
            for (KpiValue value : values) {
                KpiTable.fill(file.rows(), value.inEdition(number));
                file.closeRow();
            }
            files.add(file.commit());
        }
        note(month, stateWithFiles(month).wrote(number, files));
        return files;
    }

    /** A file without rows takes the place of one that a killed run has left. */
    private boolean isThere(EditionTable table, YearMonth month, int number) {
        return Files.exists(folder.path(file(table.table().dataset(), month, number)));
    }

    private StoredFile write(YearMonth month, int number, EditionTable table) {
        Dataset dataset = table.table().dataset();
        try (TableFile file = store.create(dataset, file(dataset, month, number))) {
            for (List<Object> row : table.rows()) {
                table.fill(file.rows(), row, number);
                file.closeRow();
            }
            return file.commit();
        }
    }

    void writeManifest(YearMonth month, int number, String manifest) {
        store.writeText(manifestFile(month, number), manifest);
    }

    /**
     * The files of the values of editions.
     *
     * @throws eu.wattpeil.store.StoreException where the file of one is not what was written
     */
    public FileTable files(List<Edition> editions) {
        editions.forEach(edition -> requireIntact(edition, KpiTable.TABLE));
        List<Path> files = editions.stream().map(edition -> path(KpiTable.TABLE, edition)).toList();
        return FileTable.byMonth(KpiTable.TABLE, files);
    }

    /**
     * The files of another table of editions; an edition without rows of it has none.
     *
     * @throws eu.wattpeil.store.StoreException where the file of one is not what was written
     */
    public FileTable files(PublishedTable table, List<Edition> editions) {
        Dataset dataset = table.dataset();
        editions.forEach(edition -> requireIntact(edition, dataset));
        List<Path> files =
                editions.stream()
                        .map(edition -> path(dataset, edition))
                        .filter(Files::exists)
                        .toList();
        return FileTable.byMonth(dataset, files);
    }

    /** The rows that an edition has of a table beside its values. */
    public EditionTable table(PublishedTable table, Edition edition) {
        return tables(table, List.of(edition)).get(0);
    }

    /**
     * The rows that each of some editions of different months has of a table, in their order: to
     * ask for each alone takes several times as long.
     */
    public List<EditionTable> tables(PublishedTable table, List<Edition> some) {
        FileTable files = files(table, some);
        Map<String, List<List<Object>>> rows = new HashMap<>();
        if (!files.rows().all().isEmpty()) {
            try (Session session = engine.openToRead(store.root(), ZoneOffset.UTC)) {
                session.files(table.name(), files);
                session.each(
                        "select * from " + table.name(),
                        row ->
                                rows.computeIfAbsent(
                                                row.text(Session.MONTH).orElseThrow(),
                                                month -> new ArrayList<>())
                                        .add(EditionTable.read(table, row)));
            }
        }
        return some.stream()
                .map(it -> rows.getOrDefault(it.month().toString(), List.of()))
                .map(it -> new EditionTable(table, it))
                .toList();
    }

    /**
     * What is told of what changed the values of some editions, row by row and in no order: {@code
     * month}, the columns of a series, {@code against}, {@code cause}, and an {@code amount} that
     * is not zero.
     */
    public void eachChange(List<Edition> some, Consumer<Row> action) {
        FileTable files = files(KpiChanges.TABLE, some);
        if (files.rows().all().isEmpty()) {
            return;
        }
        try (Session session = engine.openToRead(store.root(), ZoneOffset.UTC)) {
            session.files(KpiChanges.TABLE.name(), files);
            session.each(TOLD_CHANGES, action);
        }
    }

    /** The values of some months that are shown: by month, period, KPI and scope. */
    public List<KpiValue> valuesOfMonths(Collection<YearMonth> months) {
        return values(shown(months), KpiTable.ROWS);
    }

    /** The same of the periods that a report shows of every month. */
    public List<KpiValue> reportedValuesOfMonths(Collection<YearMonth> months) {
        return values(shown(months), KpiTable.REPORTED_ROWS);
    }

    private List<Edition> shown(Collection<YearMonth> months) {
        return months.stream().flatMap(month -> current(month).stream()).toList();
    }

    /** The values of some series that are shown, of all months: by month, period, KPI and scope. */
    public List<KpiValue> valuesOfSeries(Set<Series> series) {
        List<Edition> editions = series.isEmpty() ? List.of() : current();
        if (editions.isEmpty()) {
            return List.of();
        }
        FileTable files = files(editions);
        try (Session session = engine.openToRead(store.root(), ZoneOffset.UTC)) {
            session.files(KpiTable.TABLE.name(), files);
            session.given(KpiTable.wanted(series));
            return session.list(KpiTable.WANTED_ROWS, KpiTable::read);
        }
    }

    /** The values of one edition of a month, whether it is shown or was shown before. */
    public List<KpiValue> values(YearMonth month, int number) {
        return values(List.of(new Edition(month, number, "", "")));
    }

    /** The rows of editions, by month and in the order of their files. */
    List<KpiValue> values(List<Edition> editions) {
        return values(editions, KpiTable.ROWS);
    }

    private List<KpiValue> values(List<Edition> editions, String select) {
        if (editions.isEmpty()) {
            return List.of();
        }
        FileTable files = files(editions);
        try (Session session = engine.openToRead(store.root(), ZoneOffset.UTC)) {
            session.files(KpiTable.TABLE.name(), files);
            return session.list(select, KpiTable::read);
        }
    }

    /**
     * What is known of a month. Where that is lost or damaged, the last edition that was written is
     * taken for the one that is shown; the next run computes the month again and puts all right.
     */
    private MonthState state(YearMonth month) {
        return known(month).orElseGet(() -> lastWritten(month));
    }

    private Optional<MonthState> known(YearMonth month) {
        return store.readText(stateFile(month)).flatMap(it -> MonthState.parse(month, it));
    }

    private MonthState lastWritten(YearMonth month) {
        return numbers(month).stream()
                .max(Comparator.naturalOrder())
                .map(number -> MonthState.showing(new Edition(month, number, "", "")))
                .orElse(MonthState.UNKNOWN);
    }

    /** Whether what is known of a month is as it was written. */
    boolean isStateSound(YearMonth month) {
        return known(month).isPresent();
    }

    /** The files that an edition wrote; none from before checksums were noted. */
    List<StoredFile> files(YearMonth month, int number) {
        return state(month).files().getOrDefault(number, List.of());
    }

    /** Where the checksums of editions are lost, those of files that are as the manifests say. */
    private MonthState stateWithFiles(YearMonth month) {
        Optional<MonthState> known = known(month);
        if (known.isPresent()) {
            return known.get();
        }
        MonthState state = lastWritten(month);
        for (int number : numbers(month)) {
            List<StoredFile> files =
                    manifest(month, number).stream().flatMap(this::unchanged).toList();
            if (!files.isEmpty()) {
                state = state.wrote(number, files);
            }
        }
        return state;
    }

    private Stream<StoredFile> unchanged(JsonNode manifest) {
        return manifest.path(Manifest.WRITTEN)
                .valueStream()
                .filter(
                        it ->
                                isWritten(
                                        it.path("file").asString(""),
                                        it.path("sha256").asString("")))
                .map(it -> store.stored(it.path("file").asString("")));
    }

    private boolean isWritten(String file, String sha256) {
        return Files.exists(folder.path(file))
                && Fingerprint.of(store.readBytes(file)).equals(sha256);
    }

    /** An edition from before checksums were noted is taken as it is. */
    private void requireIntact(Edition edition, Dataset table) {
        String own = file(table, edition.month(), edition.number());
        String state =
                table.equals(KpiTable.TABLE) ? CURRENT + " beside it" : stateFile(edition.month());
        for (StoredFile file : files(edition.month(), edition.number())) {
            if (file.file().equals(own)) {
                store.requireIntact(
                        file,
                        "edition " + edition.number() + " of " + edition.month(),
                        "restore it from a backup, or remove it and "
                                + state
                                + ", and the next run computes the month again");
            }
        }
    }

    private void note(YearMonth month, MonthState state) {
        store.writeText(stateFile(month), state.text());
    }

    /**
     * Where it is noted, below the root of the store, which reports an edition was published in.
     */
    public static String reportsFile(YearMonth month, int number) {
        return StoreLayout.file(KpiTable.TABLE.name(), month, name(number) + ".reports.json");
    }

    static String manifestFile(YearMonth month, int number) {
        return StoreLayout.file(KpiTable.TABLE.name(), month, name(number) + ".json");
    }

    static String stateFile(YearMonth month) {
        return StoreLayout.file(KpiTable.TABLE.name(), month, CURRENT);
    }

    private Path path(Dataset table, Edition edition) {
        return folder.path(file(table, edition.month(), edition.number()));
    }

    private static String file(Dataset table, YearMonth month, int number) {
        return StoreLayout.file(table.name(), month, name(number) + ".parquet");
    }

    private static String name(int number) {
        return "edition-" + number;
    }
}
