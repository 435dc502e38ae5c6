package eu.wattpeil.operate;

import eu.wattpeil.hosts.Claims;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Origin;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks all that Wattpeil keeps of a workspace: the store, the published reports, and what runs
 * remember. It repairs what can be made again, and removes nothing else.
 */
public final class Doctor {

    private final Workspace workspace;
    private final Store store;
    private final Clock clock;
    private final FurtherState further;
    private final Progress progress;

    /**
     * That of a workspace.
     *
     * @param further what else is kept in its state folder
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where it does not tell where its
     *     store is
     */
    public Doctor(Path root, FurtherState further, Progress progress, Clock clock) {
        this.workspace = Setup.readWorkspace(root);
        this.clock = clock;
        this.further = further;
        this.progress = progress;
        Settings settings = workspace.settings();
        store =
                RemoteHold.copy(
                        Store.open(
                                settings.store(),
                                new Origin(SoftwareVersion.text(), settings.zone().getId()),
                                settings.permissions().store()),
                        settings);
    }

    /** Files in the state folder that are damaged, and that their owners can do without. */
    @FunctionalInterface
    public interface FurtherState {
        List<Path> damaged(Path stateFolder) throws IOException;
    }

    /** Told by any thread what is being done, and how far it is, from 0 to 1. */
    @FunctionalInterface
    public interface Progress {
        void at(String work, double share);
    }

    /**
     * What was found.
     *
     * @param isRunAtWork whether a run was at work meanwhile, whose own files are not told then
     * @param findings in order of place
     */
    public record Diagnosis(
            long documents,
            long editions,
            long reports,
            boolean isRunAtWork,
            List<Finding> findings) {

        public Diagnosis {
            findings = List.copyOf(findings);
        }

        /** Whether nothing is wrong that the next run does not mend, after a repair. */
        public boolean isMended() {
            return findings.stream().allMatch(Finding::isMended);
        }
    }

    /**
     * A defect.
     *
     * @param done what a repair did about it; empty where nothing was done
     */
    public record Finding(Defect defect, Optional<String> done) {

        /** Whether nobody need do anything about it any more. */
        public boolean isMended() {
            return done.isPresent() || defect.kind() == Defect.Kind.HEALING;
        }

        /** Whether a repair does something about it. */
        public boolean isRepairable() {
            return defect.kind() != Defect.Kind.HEALING && defect.kind() != Defect.Kind.LOST;
        }
    }

    /** Looks, and changes nothing. A run may be at work. */
    public Diagnosis look() throws IOException {
        boolean isHeld = isHeld();
        WorkspaceCheckup.Seen seen = seen();
        List<Defect> defects = seen.defects();
        if (!defects.isEmpty()) {
            // What was only in motion is not seen twice.
            Set<Defect> again = Set.copyOf(seen().defects());
            boolean isAtWork = isHeld || isHeld();
            isHeld = isAtWork;
            defects =
                    defects.stream()
                            .filter(again::contains)
                            .filter(defect -> !isAtWork || !defect.isPassing())
                            .toList();
        }
        Treatment treatment = new Treatment(workspace, store, clock);
        return diagnosis(
                seen,
                isHeld,
                treatment.prescribed(defects).stream()
                        .map(defect -> new Finding(defect, Optional.empty()))
                        .toList());
    }

    /**
     * Looks and repairs, under the locks of a run.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where a run is at work
     */
    public Diagnosis repair() throws IOException {
        List<Finding> locks = leftLocks();
        return new RunLocks(workspace, store, clock).hold(() -> repair(locks));
    }

    private Diagnosis repair(List<Finding> locks) throws IOException {
        WorkspaceCheckup.Seen seen = seen();
        StateFormat.note(Setup.stateFolder(workspace.root()));
        Treatment treatment = new Treatment(workspace, store, clock);
        List<Finding> findings = new ArrayList<>(locks);
        findings.addAll(treatment.treat(treatment.prescribed(seen.defects())));
        return diagnosis(seen, false, findings);
    }

    private List<Finding> leftLocks() throws IOException {
        return checkup().locks().stream()
                .map(defect -> new Finding(defect, Optional.of("removed")))
                .toList();
    }

    private WorkspaceCheckup.Seen seen() throws IOException {
        return checkup().look();
    }

    private WorkspaceCheckup checkup() {
        return new WorkspaceCheckup(workspace, store, further, progress);
    }

    private static Diagnosis diagnosis(
            WorkspaceCheckup.Seen seen, boolean isRunAtWork, List<Finding> findings) {
        return new Diagnosis(
                seen.documents(), seen.editions(), seen.reports(), isRunAtWork, findings);
    }

    /** What another account holds cannot be asked. */
    private boolean isHeld() throws IOException {
        if (workspace.settings().jobRepository().isPresent()) {
            return isHeldByAHost();
        }
        try {
            return store.holder().isPresent()
                    || WorkspaceLock.runner(Setup.stateFolder(workspace.root())).isPresent();
        } catch (AccessDeniedException unknown) {
            return true;
        }
    }

    /** Where the repository cannot be asked, nobody knows. */
    private boolean isHeldByAHost() {
        try {
            RepositoryDatabase database =
                    RepositoryDatabase.of(workspace.settings().jobRepository().orElseThrow());
            database.prepare(WorkspaceId.of(Setup.stateFolder(workspace.root())));
            return new Claims(database).isHeld();
        } catch (RepositoryException unknown) {
            return true;
        }
    }
}
