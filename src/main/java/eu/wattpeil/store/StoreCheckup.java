package eu.wattpeil.store;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at all that a store has of documents: the ledger against the files, row by row, so that
 * what is wrong with one hides nothing of the others. Nothing is written.
 */
public final class StoreCheckup {

    private static final Pattern DOCUMENT_FILE =
            Pattern.compile("[0-9a-f]{16,64}(-[0-9]{1,9})?\\.parquet");

    private final Store store;
    private final StoreFiles files;
    private final StoreLayout layout;
    private final DoubleConsumer progress;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, List<String>> filesById = new HashMap<>();
    private final PackCheckup packs;
    private List<LedgerName> names = List.of();
    private List<LedgerName> visible = List.of();
    private Set<String> forgotten = Set.of();
    private Set<String> changing = Set.of();

    /**
     * @param progress told the share of the documents that was looked at, 0 to 1; by any thread
     * @throws StoreException where the store was made by a newer version
     */
    public StoreCheckup(Store store, DoubleConsumer progress) {
        this.store = store;
        this.files = store.files();
        this.layout = store.layout();
        this.packs = new PackCheckup(store);
        this.progress = progress;
        store.format().requireUnderstood();
    }

    /** The documents that were looked at. */
    public long documents() {
        return visible.size();
    }

    /**
     * What is wrong.
     *
     * @throws StoreException where it cannot be read what was forgotten, is no longer kept or is
     *     being changed, without which nothing can be said of documents
     */
    public List<Defect> look() {
        store.pseudonyms().erased();
        changing = Rewriting.inPlaceOf(files).keySet();
        names = names();
        visible = store.visible(names);
        forgotten =
                store.forgetting().forgotten().stream()
                        .map(ForgottenDocument::contentId)
                        .collect(Collectors.toSet());
        addLeftovers();
        defects.addAll(packs.look());
        listFiles();
        List<DocumentCheckup.Looked> looked = lookAtDocuments();
        looked.forEach(it -> defects.addAll(it.defects()));
        addUnledgered(looked);
        addTakenOut();
        addRuns();
        return List.copyOf(defects);
    }

    private List<LedgerName> names() {
        List<LedgerName> found = new ArrayList<>();
        String folder = Datasets.DOCUMENTS.name();
        for (String file : files.names(folder)) {
            if (!StoreLayout.isTableFile(file)) {
                continue;
            }
            Optional<LedgerName> name = LedgerName.parse(file).filter(it -> it.batch() > 0);
            name.ifPresentOrElse(
                    found::add,
                    () ->
                            add(
                                    Defect.Kind.LOST,
                                    folder + "/" + file,
                                    "the file is no row of the ledger",
                                    LedgerName.EXPECTED,
                                    "move it out of the store"));
        }
        found.sort(LedgerName.ORDER);
        return found;
    }

    private void addLeftovers() {
        if (!files.left().isEmpty()) {
            add(
                    Defect.Kind.LEFTOVER,
                    Store.STAGING,
                    "a run that was killed left files there",
                    "none while no run is at work",
                    "the next run removes them");
        }
        if (!changing.isEmpty()) {
            add(
                    Defect.Kind.LEFTOVER,
                    Rewriting.JOURNAL,
                    "a change of a document was interrupted",
                    "none while no command changes the store",
                    "the next run ends it");
        }
        Set<LedgerName> last = Set.copyOf(visible);
        for (LedgerName name : names) {
            if (!last.contains(name)) {
                add(
                        Defect.Kind.LEFTOVER,
                        name.file(),
                        "the document was read again since, or forgotten",
                        "the last reading of those that are in",
                        "the next run removes it");
            }
        }
    }

    private void listFiles() {
        for (Dataset table : Datasets.collected()) {
            files.names(table.name()).stream()
                    .filter(StoreLayout::isTableFile)
                    .forEach(name -> addStray(table.name() + "/" + name));
            for (YearMonth month : layout.months(table.name())) {
                layout.fileNames(table.name(), month)
                        .forEach(name -> list(StoreLayout.file(table.name(), month, name), name));
            }
        }
        files.names(Datasets.REJECTS.name()).stream()
                .filter(StoreLayout::isTableFile)
                .forEach(name -> list(Datasets.REJECTS.name() + "/" + name, name));
    }

    private void list(String file, String name) {
        if (Pack.isOne(name) && StoreLayout.monthOf(file).isPresent()) {
            return;
        }
        if (DOCUMENT_FILE.matcher(name).matches()) {
            filesById
                    .computeIfAbsent(StoreLayout.documentId(file), id -> new ArrayList<>())
                    .add(file);
        } else {
            addStray(file);
        }
    }

    private void addStray(String file) {
        add(
                Defect.Kind.LOST,
                file,
                "the file is of no document",
                "files that Wattpeil wrote alone",
                "move it out of the store: who reads the table with other tools gets its rows, too");
    }

    private List<DocumentCheckup.Looked> lookAtDocuments() {
        AtomicLong done = new AtomicLong();
        Map<String, KeptFrom> kept = store.retention().keptFrom();
        return visible.parallelStream()
                .filter(name -> !isChanging(name))
                .map(
                        name -> {
                            List<String> own = filesById.getOrDefault(name.documentId(), List.of());
                            DocumentCheckup.Looked looked =
                                    new DocumentCheckup(store, name, own, kept, packs).look();
                            progress.accept((double) done.incrementAndGet() / visible.size());
                            return looked;
                        })
                .toList();
    }

    /** Its files may be new already, and its row old. */
    private boolean isChanging(LedgerName name) {
        return changing.contains(name.file());
    }

    /** Files of documents that are not in, and those that a document which is in has besides. */
    private void addUnledgered(List<DocumentCheckup.Looked> looked) {
        Map<String, Optional<List<String>>> known = new HashMap<>();
        names.forEach(name -> known.put(name.documentId(), Optional.empty()));
        looked.forEach(it -> known.put(it.name().documentId(), it.files()));
        Set<String> staged = files.unfinished();
        filesById.forEach(
                (id, own) -> {
                    if (!known.containsKey(id) && !staged.contains(id)) {
                        boolean isForgotten = forgotten.contains(LedgerRow.contentId(id));
                        own.forEach(file -> addUnledgered(file, isForgotten ? "" : id));
                    }
                    known.getOrDefault(id, Optional.empty())
                            .ifPresent(
                                    all ->
                                            own.stream()
                                                    .filter(file -> !all.contains(file))
                                                    .forEach(file -> addUnledgered(file, "")));
                });
    }

    private void addUnledgered(String file, String documentId) {
        defects.add(
                new Defect(
                        Defect.Kind.UNLEDGERED,
                        files.path(file),
                        "no row of the ledger names the file",
                        "files of documents that are in",
                        documentId.isEmpty()
                                ? "its document is in without it, or forgotten"
                                : "restore the row in "
                                        + files.path(Datasets.DOCUMENTS.name())
                                        + " from a backup, or remove the file",
                        documentId));
    }

    private void addTakenOut() {
        Set<String> contents =
                visible.stream().map(LedgerName::content).collect(Collectors.toSet());
        for (LedgerName name : store.takenOut()) {
            if (!contents.contains(name.content()) && !forgotten.contains(name.content())) {
                defects.add(
                        new Defect(
                                Defect.Kind.HEALING,
                                files.path(name.file()),
                                "the document was taken out to be read again",
                                "it in the ledger",
                                "restore the file that it came from",
                                name.documentId()));
            }
        }
    }

    /** No figure depends on them. */
    private void addRuns() {
        for (Path path : layout.all(Datasets.RUNS)) {
            String file = Datasets.RUNS.name() + "/" + path.getFileName();
            Optional<Footer> footer = Footer.read(files, file, Datasets.RUNS);
            if (footer.filter(it -> it.otherColumn().isEmpty()).isEmpty()) {
                add(
                        Defect.Kind.DISPENSABLE,
                        file,
                        "the file is damaged",
                        "the log of a run",
                        "restore it from a backup, or remove it: no figure depends on it");
            }
        }
    }

    private void add(Defect.Kind kind, String place, String found, String expected, String cure) {
        defects.add(new Defect(kind, files.path(place), found, expected, cure));
    }
}
