package eu.wattpeil.operate;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.kpi.edition.EditionRepair;
import eu.wattpeil.operate.Doctor.Finding;
import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.UsedFiles;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done about defects. Only what can be made again goes: a document whose bytes are still at
 * its source, what a model or a report makes of what is there, what a run can do without.
 */
final class Treatment {

    private static final String REPAIR = "wattpeil doctor --repair ";

    private final Workspace workspace;
    private final Store store;
    private final Clock clock;
    private final Map<String, Document> readable = new HashMap<>();
    private final Set<String> takenOut = new HashSet<>();
    private final Map<String, String> editions = new HashMap<>();
    private @Nullable String whyNoSources;
    private boolean isPrepared;

    Treatment(Workspace workspace, Store store, Clock clock) {
        this.workspace = workspace;
        this.store = store;
        this.clock = clock;
    }

    /** The same defects with what there is to do about each, here and now. */
    List<Defect> prescribed(List<Defect> defects) throws IOException {
        findSources(
                defects.stream()
                        .filter(
                                it ->
                                        it.kind() == Defect.Kind.DOCUMENT
                                                || it.kind() == Defect.Kind.UNLEDGERED
                                                || it.kind() == Defect.Kind.HEALING)
                        .map(Defect::subject)
                        .filter(subject -> !subject.isEmpty())
                        .collect(Collectors.toSet()));
        return defects.stream().map(this::prescribed).toList();
    }

    /** Only for the one process that holds the locks. */
    List<Finding> treat(List<Defect> defects) throws IOException {
        // To compute an edition again takes all that it was made from, and the editions before it.
        List<Defect> inTurn = new ArrayList<>(defects);
        inTurn.sort(
                Comparator.comparing((Defect it) -> it.kind() != Defect.Kind.KEPT)
                        .thenComparing(it -> it.kind() != Defect.Kind.EDITION)
                        .thenComparing(it -> it.kind() == Defect.Kind.EDITION ? it.subject() : ""));
        Map<Defect, Finding> findings = new HashMap<>();
        for (Defect defect : inTurn) {
            findings.put(defect, treated(defect));
        }
        return defects.stream().map(it -> Objects.requireNonNull(findings.get(it))).toList();
    }

    private void findSources(Set<String> documentIds) throws IOException {
        if (documentIds.isEmpty()) {
            return;
        }
        try {
            Setup setup = Setup.load(workspace.root());
            SeenFiles seen = SeenFiles.load(Setup.seenFiles(workspace.root()), clock);
            Finder finder = new Finder(store, workspace.root(), workspace.written(), seen, clock);
            for (Intake intake : setup.intakes().all()) {
                readable.putAll(stillThere(finder, intake, documentIds));
            }
        } catch (InvalidWorkspaceException unusable) {
            whyNoSources = "put the files of the workspace right (wattpeil check) and look again";
        }
    }

    private static Map<String, Document> stillThere(
            Finder finder, Intake intake, Set<String> documentIds) {
        try {
            return finder.stillThere(intake, documentIds);
        } catch (IOException unreachable) {
            return Map.of();
        }
    }

    private Defect prescribed(Defect defect) {
        return switch (defect.kind()) {
            case DOCUMENT -> ofDocument(defect, "takes the document out, and the next run reads ");
            case UNLEDGERED ->
                    defect.subject().isEmpty()
                            ? defect.as(defect.kind(), REPAIR + "removes it")
                            : ofDocument(defect, "removes it, and the next run reads ");
            case HEALING ->
                    defect.subject().isEmpty()
                            ? defect
                            : Optional.ofNullable(readable.get(defect.subject()))
                                    .map(it -> "the next run reads " + it.name() + " again")
                                    .map(cure -> defect.as(defect.kind(), cure))
                                    .orElseGet(() -> lost(defect));
            case LEFTOVER ->
                    defect.as(defect.kind(), defect.cure() + ", and so does " + REPAIR.strip());
            case DERIVED ->
                    defect.as(
                            defect.kind(), REPAIR + "removes it, and the next run makes it again");
            case EDITION ->
                    defect.as(
                            defect.kind(),
                            REPAIR + "computes it again, or restore it from a backup");
            case KEPT ->
                    isKeptAgain(defect)
                            ? defect.as(defect.kind(), REPAIR + "keeps them again")
                            : defect.as(Defect.Kind.LOST, defect.cure());
            case REPORT ->
                    defect.as(
                            defect.kind(),
                            REPAIR + "sets it aside, and the next run publishes it again");
            case DISPENSABLE ->
                    defect.as(defect.kind(), REPAIR + "sets it aside; " + defect.cure());
            case LOCK, LOST -> defect;
        };
    }

    private Defect ofDocument(Defect defect, String what) {
        Document document = readable.get(defect.subject());
        return document == null
                ? lost(defect)
                : defect.as(defect.kind(), REPAIR + what + document.name() + " again");
    }

    private Defect lost(Defect defect) {
        return defect.as(
                Defect.Kind.LOST,
                whyNoSources != null
                        ? whyNoSources
                        : "its source no longer has the document: " + defect.cure());
    }

    private Finding treated(Defect defect) throws IOException {
        Optional<String> done;
        try {
            done = done(defect);
        } catch (StoreException failure) {
            return new Finding(
                    defect.as(defect.kind(), String.valueOf(failure.getMessage())),
                    Optional.empty());
        }
        if (done.isEmpty() && defect.kind() == Defect.Kind.EDITION) {
            return new Finding(
                    defect.as(
                            Defect.Kind.LOST,
                            "it cannot be computed again ("
                                    + editions.getOrDefault(defect.subject(), "")
                                    + "); restore it from a backup, or repair again after a run"
                                    + " where that reads documents again"),
                    done);
        }
        return new Finding(defect, done);
    }

    private Optional<String> done(Defect defect) throws IOException {
        return switch (defect.kind()) {
            case LEFTOVER -> prepared();
            case DOCUMENT -> takenOut(defect);
            case UNLEDGERED, DERIVED -> removed(defect.place());
            case EDITION -> computedAgain(defect);
            case KEPT -> keptAgain(defect);
            case REPORT -> publishedAgain(defect);
            case DISPENSABLE -> setAside(defect.place(), "");
            case LOCK, HEALING, LOST -> Optional.empty();
        };
    }

    private Optional<String> prepared() {
        if (!isPrepared) {
            store.prepare();
            isPrepared = true;
        }
        return Optional.of("removed, or brought to its end");
    }

    private Optional<String> takenOut(Defect defect) {
        if (takenOut.add(defect.subject())) {
            store.takeOut(defect.subject());
        }
        return Optional.ofNullable(readable.get(defect.subject()))
                .map(it -> "document taken out; the next run reads " + it.name() + " again");
    }

    private Optional<String> removed(Path place) {
        store.remove(store.layout().file(place));
        return Optional.of("removed");
    }

    private Optional<String> computedAgain(Defect defect) throws IOException {
        String[] edition = defect.subject().split(" ");
        String why = editions.get(defect.subject());
        if (why == null) {
            try (Verifications verifications = Verifications.of(workspace.root())) {
                why =
                        verifications
                                .restore(
                                        store,
                                        YearMonth.parse(edition[0]),
                                        Integer.parseInt(edition[1]))
                                .orElse("");
            }
            editions.put(defect.subject(), why);
        }
        return why.isEmpty() ? Optional.of("computed again") : Optional.empty();
    }

    private boolean isKeptAgain(Defect defect) {
        return used().own().id().equals(defect.subject())
                || used().packaged().id().equals(defect.subject());
    }

    private Optional<String> keptAgain(Defect defect) {
        new EditionRepair(store).keepAgain(used(), defect.subject());
        return Optional.of("kept again");
    }

    private UsedFiles used() {
        return UsedFiles.of(workspace.files());
    }

    private Optional<String> publishedAgain(Defect defect) throws IOException {
        ReportCheckup.Subject subject = ReportCheckup.Subject.of(defect);
        new PublishedReports(store, subject.notes()).forget(subject.report());
        String again = "the next run publishes it again";
        return Files.exists(defect.place())
                ? setAside(defect.place(), ".").map(it -> it + "; " + again)
                : Optional.of(again);
    }

    private static Optional<String> setAside(Path file, String prefix) throws IOException {
        Path aside = file.resolveSibling(prefix + file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        Disk.local().syncFolder(Disk.folderOf(file));
        return Optional.of("set aside as " + aside.getFileName());
    }
}
