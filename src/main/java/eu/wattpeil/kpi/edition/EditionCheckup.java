package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.StoredFile;
import eu.wattpeil.workspace.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Looks at all that was computed: what is shown of each month, the manifests and files of every
 * edition, what models left, and what is kept to compute editions again. Nothing is written.
 */
public final class EditionCheckup {

    private static final String BACKUP = "restore it from a backup";
    private static final String NEXT_RUN = "the next run computes the month again";

    private final Store store;
    private final StoreLayout folder;
    private final Editions editions;
    private final DoubleConsumer progress;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, Optional<String>> hashes = new HashMap<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final Set<String> damagedParts = new HashSet<>();
    private long count;

    /**
     * @param progress told the share of the months that was looked at, 0 to 1
     */
    public EditionCheckup(Store store, DoubleConsumer progress) {
        this.store = store;
        this.progress = progress;
        folder = store.layout();
        Engine engine = Engines.chosen();
        editions = new Editions(store, engine);
    }

    /** The editions that were looked at. */
    public long editions() {
        return count;
    }

    /** What is wrong. */
    public List<Defect> look() {
        List<YearMonth> months = folder.months(KpiTable.TABLE.name());
        months.forEach(this::lookAtParts);
        int done = 0;
        for (YearMonth month : months) {
            lookAtState(month);
            numbers(month).forEach(number -> lookAt(month, number));
            progress.accept((double) ++done / months.size());
        }
        return List.copyOf(defects);
    }

    /** Up to the one that is shown: what a run has written beyond it is not finished. */
    private List<Integer> numbers(YearMonth month) {
        return editions.current(month)
                .map(shown -> IntStream.rangeClosed(1, shown.number()).boxed().toList())
                .orElse(List.of());
    }

    private void lookAtState(YearMonth month) {
        boolean isThere = Files.exists(folder.path(Editions.stateFile(month)));
        if (!editions.isStateSound(month) && (isThere || !editions.numbers(month).isEmpty())) {
            add(
                    Defect.Kind.HEALING,
                    Editions.stateFile(month),
                    "the file is missing or damaged",
                    "which edition is shown",
                    NEXT_RUN + " and puts it right; until then the last edition is shown");
        }
    }

    /** Where the next run sees by the size alone that one is not as it was, it makes it again. */
    private void lookAtParts(YearMonth month) {
        for (StoredFile part : editions.parts(month)) {
            if (isIntact(part)) {
                continue;
            }
            damagedParts.add(part.file());
            if (!isMadeAgain(month)) {
                add(
                        Defect.Kind.LOST,
                        part.file(),
                        "the file is not what was written",
                        "what a model made of " + month,
                        BACKUP + ": records of that month are no longer kept");
                continue;
            }
            boolean isSeen = !store.isThere(part);
            add(
                    isSeen ? Defect.Kind.HEALING : Defect.Kind.DERIVED,
                    part.file(),
                    isSeen ? "the file is missing or shortened" : "the checksum is another",
                    "what a model made of " + month,
                    isSeen ? NEXT_RUN : "remove it, and " + NEXT_RUN);
        }
    }

    private boolean isMadeAgain(YearMonth month) {
        return store.retention().keptFrom().values().stream()
                .noneMatch(kept -> kept.month().isAfter(month));
    }

    private boolean isIntact(StoredFile file) {
        try {
            return store.isIntact(file);
        } catch (StoreException unreadable) {
            return false;
        }
    }

    private void lookAt(YearMonth month, int number) {
        count++;
        Optional<JsonNode> manifest = editions.manifest(month, number);
        if (manifest.isEmpty()) {
            add(
                    Defect.Kind.LOST,
                    Editions.manifestFile(month, number),
                    "the manifest is missing or damaged",
                    "what edition " + number + " was made from",
                    BACKUP + "; without it the edition cannot be computed again");
        }
        Set<String> written = new HashSet<>();
        manifest.ifPresent(
                it -> {
                    for (JsonNode file : it.path(Manifest.WRITTEN)) {
                        String name = file.path("file").asString("");
                        written.add(name);
                        lookAtFile(month, number, name, file.path("sha256").asString(""));
                    }
                    lookAtKept(month, number, it);
                });
        lookAtOthers(month, number, written);
    }

    private void lookAtFile(YearMonth month, int number, String file, String sha256) {
        Optional<String> found = hash(file);
        if (!found.equals(Optional.of(sha256))) {
            addEdition(
                    month,
                    number,
                    file,
                    found.isEmpty()
                            ? "the file is missing or cannot be read"
                            : "the file is not what was written (SHA-256 " + found.get() + ")");
        }
    }

    /** Of a manifest that is lost, or from before it told the files, checksums may be noted. */
    private void lookAtOthers(YearMonth month, int number, Set<String> written) {
        for (StoredFile file : editions.files(month, number)) {
            if (!written.contains(file.file()) && !isIntact(file)) {
                addEdition(month, number, file.file(), "the file is not what was written");
            }
        }
        String values =
                StoreLayout.file(KpiTable.TABLE.name(), month, "edition-" + number + ".parquet");
        if (written.isEmpty() && !Files.exists(folder.path(values))) {
            addEdition(month, number, values, "the file is missing");
        }
    }

    private void addEdition(YearMonth month, int number, String file, String found) {
        Path place = folder.path(file);
        if (defects.stream().noneMatch(it -> it.place().equals(place))) {
            defects.add(
                    new Defect(
                            Defect.Kind.EDITION,
                            place,
                            found,
                            "edition " + number + " of " + month,
                            BACKUP,
                            month + " " + number));
        }
    }

    private void lookAtKept(YearMonth month, int number, JsonNode manifest) {
        for (String part : List.of(Manifest.OWN, Manifest.PACKAGED)) {
            String id = manifest.path(Manifest.KEPT).path(part).asString("");
            if (!id.isEmpty() && lookedAt.add(id) && !isKept(id)) {
                defects.add(
                        new Defect(
                                Defect.Kind.KEPT,
                                folder.path(Kept.bundleFile(id)),
                                "the file is missing or damaged",
                                "the files that editions were made from",
                                BACKUP + "; without it these cannot be computed again",
                                id));
            }
        }
        manifest.path(Manifest.PARTS)
                .properties()
                .forEach(
                        seen ->
                                seen.getValue()
                                        .properties()
                                        .forEach(
                                                model ->
                                                        lookAtPart(
                                                                month,
                                                                number,
                                                                YearMonth.parse(seen.getKey()),
                                                                model.getKey(),
                                                                model.getValue().asString(""))));
    }

    private boolean isKept(String id) {
        try {
            new Kept(store).files(id);
            return true;
        } catch (UnverifiableException | StoreException damaged) {
            return false;
        }
    }

    /** It is in its place, or kept; one that is damaged in its place is made again. */
    private void lookAtPart(
            YearMonth month, int number, YearMonth seen, String model, String hash) {
        String inPlace = StoreLayout.file(model, seen, StoreLayout.PART);
        String kept = Kept.partFile(model, seen, hash);
        boolean isThere =
                damagedParts.contains(inPlace)
                        || hash(inPlace).equals(Optional.of(hash))
                        || hash(kept).equals(Optional.of(hash));
        if (!isThere && lookedAt.add(kept)) {
            add(
                    Defect.Kind.LOST,
                    kept,
                    "the file is missing or damaged",
                    "what "
                            + seen
                            + " had left of "
                            + model
                            + " when edition "
                            + number
                            + " of "
                            + month
                            + " was made",
                    BACKUP + "; without it that edition cannot be computed again");
        }
    }

    /** The SHA-256 of a file; empty where it cannot be read. */
    private Optional<String> hash(String file) {
        return hashes.computeIfAbsent(file, this::read);
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Fingerprint.of(store.readBytes(file)));
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }

    private void add(Defect.Kind kind, String file, String found, String expected, String cure) {
        defects.add(new Defect(kind, folder.path(file), found, expected, cure));
    }
}
