package eu.wattpeil.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at packs, each once: its record, its size and checksum, and whose rows are in it. */
final class PackCheckup {

    private final Store store;
    private final StoreFiles files;
    private final Map<String, Pack> byFolder = new HashMap<>();
    private final Map<String, String> damage = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();
    private final List<Defect> defects = new ArrayList<>();

    PackCheckup(Store store) {
        this.store = store;
        files = store.files();
    }

    /** What is wrong with records; of a damaged pack its documents tell. */
    List<Defect> look() {
        Map<String, KeptFrom> kept = store.retention().keptFrom();
        for (Pack.Place place : store.packs().places()) {
            KeptFrom from = kept.get(place.dataset());
            if (from != null && place.month().isBefore(from.month())) {
                addLeftover(place.record(), "records of its month are no longer kept");
            } else {
                look(place);
            }
        }
        for (Dataset table : Datasets.collected()) {
            for (YearMonth month : store.layout().months(table.name())) {
                lookForLost(new Pack.Place(table.name(), month));
            }
        }
        return defects;
    }

    private void look(Pack.Place place) {
        try {
            store.packs().of(place.dataset(), place.month()).ifPresent(this::look);
        } catch (StoreException damaged) {
            unclear.add(folder(place));
            addRecord(place, "the file is damaged");
        }
    }

    private void look(Pack pack) {
        String folder = folder(pack.place());
        byFolder.put(folder, pack);
        if (!pack.members().isEmpty()) {
            damageOf(pack).ifPresent(found -> damage.put(folder, found));
        }
        if (!pack.gone().isEmpty()) {
            addLeftover(
                    pack.file().file(),
                    "it has rows of documents that were read again or forgotten");
        }
        for (String name : store.layout().fileNames(pack.dataset(), pack.month())) {
            if (pack.replaced().contains(name)
                    || !Pack.isOne(name)
                            && pack.members().containsKey(StoreLayout.documentId(name))) {
                addLeftover(folder + "/" + name, "a pack has taken the place of the file");
            }
        }
    }

    /** Packs that no record leads to. */
    private void lookForLost(Pack.Place place) {
        String folder = folder(place);
        if (unclear.contains(folder)) {
            return;
        }
        Pack known = byFolder.get(folder);
        for (String name : store.layout().fileNames(place.dataset(), place.month())) {
            boolean isKnown =
                    known != null && (known.name().equals(name) || known.replaced().contains(name));
            if (!Pack.isOne(name) || isKnown) {
                continue;
            }
            if (known == null) {
                unclear.add(folder);
                addRecord(place, "the file is missing");
                return;
            }
            add(
                    Defect.Kind.LOST,
                    folder + "/" + name,
                    "the record of its month names another pack",
                    known.name(),
                    "move it out of the store: who reads the table with other tools gets its rows,"
                            + " too");
        }
    }

    private Optional<String> damageOf(Pack pack) {
        try {
            Optional<String> found = store.integrity().damage(pack.file());
            return found.isPresent() ? found : contentsOf(pack);
        } catch (StoreException unreadable) {
            return Optional.of("the file cannot be read");
        }
    }

    private Optional<String> contentsOf(Pack pack) {
        Optional<Dataset> table = Datasets.named(pack.dataset());
        if (table.isEmpty()) {
            return Optional.of("the pack is of a dataset that this version does not know");
        }
        Optional<Footer> footer = Footer.read(files, pack.file().file(), table.get());
        if (footer.isEmpty()) {
            return Optional.of("the file is damaged");
        }
        return footer.get()
                .otherColumn()
                .or(() -> footer.get().otherMonth(pack.month()))
                .or(() -> otherRows(pack, table.get()));
    }

    private Optional<String> otherRows(Pack pack, Dataset table) {
        Map<String, Long> found = new HashMap<>();
        new StoredRows(files, table)
                .texts(pack.file().file(), "document_id", id -> found.merge(id, 1L, Long::sum));
        found.keySet().removeAll(pack.gone());
        return found.equals(pack.members())
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "it has %,d rows of %,d documents, and not those of its record",
                                found.values().stream().mapToLong(Long::longValue).sum(),
                                found.size()));
    }

    /** The pack that has the rows of a document's file in its place; empty where none has. */
    Optional<Pack> inPlaceOf(String file) {
        return Optional.ofNullable(byFolder.get(folderOf(file)))
                .filter(pack -> pack.members().containsKey(StoreLayout.documentId(file)));
    }

    /** What is wrong with a pack. */
    Optional<String> damage(Pack pack) {
        return Optional.ofNullable(damage.get(folder(pack.place())));
    }

    /** Whether a file may be in a pack, of which that cannot be told. */
    boolean isUnclear(String file) {
        return unclear.contains(folderOf(file)) && files.size(file) < 0;
    }

    private static String folderOf(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private static String folder(Pack.Place place) {
        return StoreLayout.folder(place.dataset(), place.month());
    }

    private void addRecord(Pack.Place place, String found) {
        add(
                Defect.Kind.LEFTOVER,
                place.record(),
                found,
                "the record of the pack in " + files.path(folder(place)),
                "the next run writes it anew from the pack");
    }

    private void addLeftover(String place, String found) {
        add(
                Defect.Kind.LEFTOVER,
                place,
                found,
                "none while no run is at work",
                "the next run removes it");
    }

    private void add(Defect.Kind kind, String place, String found, String expected, String cure) {
        defects.add(new Defect(kind, files.path(place), found, expected, cure));
    }
}
