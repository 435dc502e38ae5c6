package eu.wattpeil.operate;

import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.deliver.DeliveryCheckup;
import eu.wattpeil.kpi.edition.EditionCheckup;
import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreCheckup;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks once at all that Wattpeil keeps of a workspace. Nothing is written. */
final class WorkspaceCheckup {

    private final Workspace workspace;
    private final Store store;
    private final Path state;
    private final Doctor.FurtherState further;
    private final Doctor.Progress progress;

    WorkspaceCheckup(
            Workspace workspace,
            Store store,
            Doctor.FurtherState further,
            Doctor.Progress progress) {
        this.workspace = workspace;
        this.store = store;
        this.state = Setup.stateFolder(workspace.root());
        this.further = further;
        this.progress = progress;
    }

    /**
     * What was seen.
     *
     * @param defects in order of place
     */
    record Seen(long documents, long editions, long reports, List<Defect> defects) {}

    Seen look() throws IOException {
        StoreCheckup documents =
                new StoreCheckup(store, share -> progress.at("look at documents", share));
        EditionCheckup editions =
                new EditionCheckup(store, share -> progress.at("look at editions", share));
        ReportCheckup reports =
                new ReportCheckup(workspace, store, share -> progress.at("look at reports", share));
        List<Defect> defects = new ArrayList<>();
        for (Part part :
                List.<Part>of(
                        documents::look,
                        editions::look,
                        reports::look,
                        store.remote()::lost,
                        () -> new DeliveryCheckup(store).look(state.resolve("delivery-key")))) {
            look(part, defects);
        }
        defects.addAll(dispensable());
        defects.addAll(locks());
        defects.sort(Comparator.comparing(Defect::place));
        return new Seen(documents.documents(), editions.editions(), reports.reports(), defects);
    }

    @FunctionalInterface
    private interface Part {
        List<Defect> look() throws IOException;
    }

    /** What keeps a part from being looked at hides nothing of the others, and is told once. */
    private static void look(Part part, List<Defect> defects) throws IOException {
        try {
            defects.addAll(part.look());
        } catch (StoreException damaged) {
            Defect defect = damaged.defect().orElseThrow(() -> damaged);
            if (!defects.contains(defect)) {
                defects.add(defect);
            }
        }
    }

    /** What a run can do without, and makes anew. */
    private List<Defect> dispensable() throws IOException {
        List<Path> damaged = new ArrayList<>();
        Path seen = Setup.seenFiles(workspace.root());
        if (SeenFiles.isDamaged(seen)) {
            damaged.add(seen);
        }
        if (JobRepositoryFile.isDamaged(state)) {
            damaged.add(JobRepositoryFile.of(state));
        }
        damaged.addAll(further.damaged(state));
        return damaged.stream()
                .map(
                        file ->
                                new Defect(
                                        Defect.Kind.DISPENSABLE,
                                        file,
                                        "the file is damaged",
                                        "what a run wrote there",
                                        "the next run does without and makes a new one"))
                .toList();
    }

    List<Defect> locks() throws IOException {
        Map<Path, Optional<String>> holders = new TreeMap<>(WorkspaceLock.holders(state));
        holders.put(store.holderFile(), store.holder());
        List<Defect> defects = new ArrayList<>();
        for (Map.Entry<Path, Optional<String>> holder : holders.entrySet()) {
            if (holder.getValue().isEmpty() && Files.exists(holder.getKey())) {
                defects.add(
                        new Defect(
                                Defect.Kind.LOCK,
                                holder.getKey(),
                                "a process that was killed left the file",
                                "none while no process is at work",
                                "it keeps nobody waiting, and the next process replaces it"));
            }
        }
        return defects;
    }
}
