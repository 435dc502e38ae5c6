package eu.wattpeil.store;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of packs: {@code _packs/<dataset>-<month>.csv}. Whoever asks where rows of documents
 * are asks here, after it has listed the files of the month: a file of a document is removed only
 * when the record that covers it is in place.
 */
final class Packs {

    /** A record of nothing: who reads all records finds a file. */
    static final String ALWAYS_THERE = Pack.FOLDER + "/none.csv";

    private final StoreFiles files;
    private final Map<Pack.Place, Read> read = new ConcurrentHashMap<>();

    Packs(StoreFiles files) {
        this.files = files;
    }

    /** A record, and the file that it was read from. */
    private record Read(BasicFileAttributes file, Pack pack) {

        boolean isOf(BasicFileAttributes other) {
            return file.size() == other.size()
                    && file.lastModifiedTime().equals(other.lastModifiedTime())
                    && String.valueOf(file.fileKey()).equals(String.valueOf(other.fileKey()));
        }
    }

    /**
     * The pack of a month of a dataset, where it has one.
     *
     * @throws StoreException where its record is damaged
     */
    Optional<Pack> of(String dataset, YearMonth month) {
        return of(new Pack.Place(dataset, month));
    }

    private Optional<Pack> of(Pack.Place place) {
        Optional<BasicFileAttributes> found = files.attributes(place.record());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Read known = read.get(place);
        if (known != null && known.isOf(found.get())) {
            return Optional.of(known.pack());
        }
        Optional<Pack> pack = files.read(place.record()).map(text -> parsed(place, text));
        pack.ifPresent(it -> read.put(place, new Read(found.get(), it)));
        return pack;
    }

    private Pack parsed(Pack.Place place, String text) {
        try {
            return Pack.parse(place, text);
        } catch (IllegalArgumentException damaged) {
            throw StoreException.damaged(
                    files.path(place.record()),
                    "the file is damaged",
                    "a line for a pack and for each document that has rows in it",
                    "restore it from a backup",
                    damaged);
        }
    }

    /** All that there are, in order of dataset and month. */
    List<Pack> all() {
        return places().stream().flatMap(place -> of(place).stream()).toList();
    }

    /** Of which datasets and months there are records, whether they can be read or not. */
    List<Pack.Place> places() {
        return files.names(Pack.FOLDER).stream()
                .flatMap(name -> Pack.Place.of(name).stream())
                .toList();
    }

    /**
     * What says which files have the rows of documents: the records and the ledger, each as the
     * disk knows it. Where it is another one, files were exchanged meanwhile.
     */
    Set<String> state() {
        Set<String> state = new HashSet<>();
        for (String name : files.names(Pack.FOLDER)) {
            files.attributes(Pack.FOLDER + "/" + name)
                    .ifPresent(
                            it ->
                                    state.add(
                                            name
                                                    + " "
                                                    + it.size()
                                                    + " "
                                                    + it.lastModifiedTime()
                                                    + " "
                                                    + it.fileKey()));
        }
        files.attributes(Datasets.DOCUMENTS.name())
                .ifPresent(it -> state.add("ledger " + it.lastModifiedTime()));
        return state;
    }

    /** The pack that has the rows of a document's file in its place; empty where none has. */
    Optional<Pack> inPlaceOf(String file) {
        int end = file.indexOf('/');
        Optional<YearMonth> month = StoreLayout.monthOf(file);
        if (month.isEmpty() || end < 0 || !file.endsWith(".parquet")) {
            return Optional.empty();
        }
        String documentId = StoreLayout.documentId(file);
        return of(file.substring(0, end), month.get())
                .filter(pack -> pack.members().containsKey(documentId));
    }

    /** All of them as they are now, to look at many files. */
    Snapshot snapshot() {
        Map<String, Pack> byFolder = new HashMap<>();
        all().forEach(pack -> byFolder.put(StoreLayout.folder(pack.dataset(), pack.month()), pack));
        return new Snapshot(byFolder);
    }

    /** Packs by the folders that they are in. */
    record Snapshot(Map<String, Pack> byFolder) {

        /** By month, how large the pack of a dataset is. */
        Map<YearMonth, Long> bytes(String dataset) {
            Map<YearMonth, Long> bytes = new HashMap<>();
            byFolder.values().stream()
                    .filter(pack -> pack.dataset().equals(dataset))
                    .forEach(pack -> bytes.put(pack.month(), pack.file().bytes()));
            return bytes;
        }

        /** Whether a pack has the rows of a document's file in its place. */
        boolean covers(String file) {
            int end = file.lastIndexOf('/');
            if (byFolder.isEmpty() || end < 0) {
                return false;
            }
            Pack pack = byFolder.get(file.substring(0, end));
            return pack != null && pack.members().containsKey(StoreLayout.documentId(file));
        }
    }
}
