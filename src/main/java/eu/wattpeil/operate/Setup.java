package eu.wattpeil.operate;

import eu.wattpeil.collect.Intakes;
import eu.wattpeil.collect.suggest.Vocabulary;
import eu.wattpeil.disk.Access;
import eu.wattpeil.goal.GoalCheck;
import eu.wattpeil.kpi.model.BasisCheck;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.ModelMemory;
import eu.wattpeil.report.OwnDesign;
import eu.wattpeil.report.ReportCheck;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workspace, checked as a whole: files, formats, models, and what they say of each other.
 *
 * @param intakes the definitions of {@code jobs/collect}, ready to run
 * @param texts what reports and KPIs say, in all languages
 * @param catalogue the models and KPIs
 */
public record Setup(Workspace workspace, Intakes intakes, Texts texts, Catalogue catalogue) {

    private static final String STATE_FOLDER = ".wattpeil";
    private static final String TEMPLATES = "jobs/reports/templates/";

    /**
     * Reads and checks a workspace.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything that is wrong
     */
    public static Setup load(Path root) {
        return load(root, false);
    }

    /**
     * The same before a run, which makes the state folder in any case: what was found out of models
     * by the first one is known to the second.
     */
    public static Setup loadToRun(Path root) {
        return load(root, true);
    }

    private static Setup load(Path root, boolean isToRun) {
        Problems problems = new Problems();
        Workspace workspace = read(root, problems);
        Intakes intakes = Intakes.of(workspace, problems);
        Vocabulary.check(workspace.files(), problems);
        Texts texts = Texts.read(workspace.files(), problems);
        Frames frames = Frames.read(workspace.files(), problems);
        ModelMemory memory = memory(root);
        Catalogue catalogue =
                Catalogue.load(workspace.modelFiles(), texts, frames, memory, problems);
        RetentionCheck.check(workspace.settings().keep(), catalogue, problems);
        BasisCheck.check(workspace, catalogue.kpis(), problems);
        GoalCheck.check(workspace.goals(), workspace.measures(), catalogue.kpis(), problems);
        ReportCheck.check(workspace, texts, catalogue.kpis(), problems);
        problems.throwIfAny();
        if (isToRun) {
            makeStateFolder(root);
        }
        memory.save();
        return new Setup(workspace, intakes, texts, catalogue);
    }

    private static void makeStateFolder(Path root) {
        try {
            Access.OWNER.createFolders(stateFolder(root));
        } catch (IOException unwritable) {
            // The lock of the run tells it.
        }
    }

    /**
     * Reads the files that an edition was made from, and nothing else: they were checked when it
     * was made.
     *
     * @param memory of models that were checked before
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where this version reads them no more
     */
    static Setup ofEdition(Path folder, ModelMemory memory) {
        Problems problems = new Problems();
        WorkspaceFiles files = WorkspaceFiles.withoutPackaged(folder);
        Workspace workspace = Workspace.load(files, datasetNames(), Map.of(), problems);
        Intakes intakes = Intakes.of(workspace, problems);
        Texts texts = Texts.read(files, problems);
        Frames frames = Frames.read(files, problems);
        Catalogue catalogue =
                Catalogue.load(workspace.modelFiles(), texts, frames, memory, problems);
        problems.throwIfAny();
        return new Setup(workspace, intakes, texts, catalogue);
    }

    /** What is remembered of the models of a workspace that were checked before. */
    static ModelMemory memory(Path root) {
        return ModelMemory.in(root.resolve(STATE_FOLDER).resolve("checked-models"));
    }

    /**
     * Reads a workspace without making its formats and models: enough to look into its store.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything that is wrong in it
     */
    public static Workspace readWorkspace(Path root) {
        Problems problems = new Problems();
        Workspace workspace = read(root, problems);
        problems.throwIfAny();
        return workspace;
    }

    /** The same with what is wrong noted: of a part that cannot be used there are stand-ins. */
    static Workspace read(Path root, Problems problems) {
        StateFormat.requireUnderstood(stateFolder(root));
        return Workspace.load(root, datasetNames(), problems);
    }

    private static Set<String> datasetNames() {
        return Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
    }

    /**
     * A template of the reports: the workspace's own, or the one that comes with Wattpeil; of a
     * style sheet with the organisation's own look.
     */
    public String template(String name) {
        return template(workspace, name);
    }

    /** The same of a workspace of which nothing else is known. */
    public static String template(Workspace workspace, String name) {
        return new OwnDesign(workspace.settings().look())
                .in(it -> plainTemplate(workspace, it))
                .apply(name);
    }

    private static String plainTemplate(Workspace workspace, String name) {
        return workspace
                .files()
                .find(TEMPLATES + name)
                .orElseThrow(() -> new UnknownNameException("Cannot find " + TEMPLATES + name))
                .text();
    }

    /** The folder for what a run must remember and may forget: lock, job repository, file list. */
    Path stateFolder() {
        return stateFolder(workspace.root());
    }

    /** That folder of the workspace in a folder. */
    public static Path stateFolder(Path root) {
        return root.resolve(STATE_FOLDER);
    }

    /**
     * Makes sure that the remote of the store can be worked with, where it has one.
     *
     * @throws eu.wattpeil.store.remote.RemoteException where it cannot; the message says why
     */
    public void requireRemote() {
        RemoteHold.requireUsable(workspace.settings());
    }

    /** The store of a workspace, to read in it. */
    public static Store store(Workspace workspace) {
        return remembering(
                RemoteHold.copy(Store.open(workspace.settings().store()), workspace.settings()),
                workspace);
    }

    /** A store that keeps in that folder what it reads of its ledger. */
    static Store remembering(Store store, Workspace workspace) {
        return store.rememberingIn(stateFolder(workspace.root()));
    }

    /** The file in it with the key by which recipients of mail are known. */
    Path recipientKey() {
        return stateFolder().resolve("delivery-key");
    }

    /** The file in it that tells which files have not changed. */
    static Path seenFiles(Path root) {
        return root.resolve(STATE_FOLDER).resolve("seen-files");
    }
}
