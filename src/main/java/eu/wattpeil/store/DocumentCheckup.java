package eu.wattpeil.store;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at one document: its row in the ledger, and its files by size, checksum and footer. */
final class DocumentCheckup {

    private static final String CURE = "restore it from a backup";
    private static final Pattern PLACE =
            Pattern.compile("([a-z_]+)/(?:month=(\\d{4}-\\d{2})/)?[^/]+\\.parquet");

    private final Store store;
    private final LedgerName name;
    private final List<String> named;
    private final Map<String, KeptFrom> kept;
    private final PackCheckup packs;
    private final List<Defect> defects = new ArrayList<>();

    /**
     * @param named the files in the tables that have the document's id in their names
     * @param kept from which months on, by dataset
     * @param packs what was found of them
     */
    DocumentCheckup(
            Store store,
            LedgerName name,
            List<String> named,
            Map<String, KeptFrom> kept,
            PackCheckup packs) {
        this.kept = kept;
        this.packs = packs;
        this.store = store;
        this.name = name;
        this.named = named;
    }

    /**
     * What was found.
     *
     * @param files that are the document's; empty where its row cannot be read
     */
    record Looked(LedgerName name, Optional<List<String>> files, List<Defect> defects) {}

    Looked look() {
        LedgerRow row;
        try {
            row = LedgerFile.read(store.files(), name);
        } catch (StoreException damaged) {
            defects.add(
                    new Defect(
                            Defect.Kind.DOCUMENT,
                            store.files().path(name.file()),
                            "the row cannot be read",
                            "the ledger's row of a document",
                            CURE + ", or remove it, and the document is out of the store",
                            name.documentId()));
            return new Looked(name, Optional.empty(), defects);
        }
        Optional<Dataset> table = Datasets.named(row.dataset());
        if (table.isEmpty()) {
            add(
                    name.file(),
                    "the row is of a dataset " + row.dataset(),
                    "one that this version knows");
            return new Looked(name, Optional.empty(), defects);
        }
        List<StoredFile> noted = KeptFile.filesOf(row, kept);
        // Of a row from before files were noted, their names tell.
        List<String> files =
                row.files().isEmpty() ? named : noted.stream().map(StoredFile::file).toList();
        boolean isUnclear = files.stream().anyMatch(packs::isUnclear);
        if (!isUnclear && noted.stream().filter(file -> !isIntact(row, file)).count() == 0) {
            footers(row, table.get(), files);
        }
        return new Looked(name, Optional.of(files), defects);
    }

    private boolean isIntact(LedgerRow row, StoredFile file) {
        Optional<Pack> pack = packs.inPlaceOf(file.file());
        if (pack.isPresent()) {
            return isIntact(row, pack.get());
        }
        Optional<String> damage = damage(file);
        damage.ifPresent(
                found ->
                        add(
                                file.file(),
                                found,
                                String.format(
                                        Locale.ROOT,
                                        "the %,d bytes that came from %s",
                                        file.bytes(),
                                        row.name())));
        return damage.isEmpty();
    }

    private boolean isIntact(LedgerRow row, Pack pack) {
        Optional<String> damage = packs.damage(pack);
        damage.ifPresent(
                found ->
                        add(
                                pack.file().file(),
                                found,
                                String.format(
                                        Locale.ROOT,
                                        "a pack of %,d documents, of which one is %s",
                                        pack.members().size(),
                                        row.name())));
        return damage.isEmpty();
    }

    private Optional<String> damage(StoredFile file) {
        try {
            return store.integrity().damage(file);
        } catch (StoreException unreadable) {
            return Optional.of("the file cannot be read");
        }
    }

    private void footers(LedgerRow row, Dataset table, List<String> files) {
        long records = 0;
        long rejects = 0;
        Set<Pack> counted = new HashSet<>();
        for (String file : files) {
            Optional<Pack> pack = packs.inPlaceOf(file);
            if (pack.isPresent()) {
                if (counted.add(pack.get())) {
                    records += pack.get().members().getOrDefault(name.documentId(), 0L);
                }
                continue;
            }
            Matcher place = PLACE.matcher(file);
            boolean isRejects = place.matches() && place.group(1).equals(Datasets.REJECTS.name());
            Dataset own = isRejects ? Datasets.REJECTS : table;
            if (!place.matches() || !place.group(1).equals(own.name())) {
                add(file, "the file is of another table", "one of " + table.name());
                continue;
            }
            Optional<Footer> footer = Footer.read(store.files(), file, own);
            if (footer.isEmpty()) {
                add(file, "the file is damaged", "rows that came from " + row.name());
                continue;
            }
            if (isRejects) {
                rejects += footer.get().rows();
            } else {
                records += footer.get().rows();
            }
            footer.get()
                    .otherColumn()
                    .or(() -> month(place.group(2)).flatMap(footer.get()::otherMonth))
                    .ifPresent(
                            found ->
                                    add(
                                            file,
                                            found,
                                            "the columns of "
                                                    + own.name()
                                                    + " and rows of its month"));
        }
        if (defects.isEmpty() && !kept.containsKey(row.dataset())) {
            counts(row, records, rejects);
        }
    }

    /** Of many rejects only the first ones are kept. */
    private void counts(LedgerRow row, long records, long rejects) {
        if (records != row.records()) {
            add(
                    name.file(),
                    String.format(Locale.ROOT, "the files of the document have %,d rows", records),
                    String.format(Locale.ROOT, "%,d, as its row says", row.records()));
        }
        if (rejects > row.rejects()) {
            add(
                    name.file(),
                    String.format(Locale.ROOT, "%,d rejects of the document are kept", rejects),
                    String.format(Locale.ROOT, "at most the %,d of its row", row.rejects()));
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.ofNullable(text).map(YearMonth::parse);
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    private void add(String place, String found, String expected) {
        defects.add(
                new Defect(
                        Defect.Kind.DOCUMENT,
                        store.files().path(place),
                        found,
                        expected,
                        CURE + ", or wattpeil documents forget " + name.documentId(),
                        name.documentId()));
    }
}
