package eu.wattpeil.web;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.serve.WorkspaceWatch;
import eu.wattpeil.workspace.PagesSettings;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The workspace that pages show, read again when its files have changed. */
final class ShownWorkspace {

    private final Path root;
    private final WorkspaceWatch watch;
    private final Path reports;
    private final PagesSettings pages;
    private @Nullable Setup setup;
    private int readings;

    ShownWorkspace(Path root) {
        this.root = root;
        watch = new WorkspaceWatch(root);
        Workspace workspace = Setup.readWorkspace(root);
        reports = workspace.settings().reports();
        pages = PagesSettings.of(workspace);
    }

    /** Who may look, and from where. */
    PagesSettings pages() {
        return pages;
    }

    /** The folder of the workspace. */
    Path root() {
        return root;
    }

    /** Where reports are published. */
    Path reports() {
        return reports;
    }

    /** Another one whenever its files were read again. */
    synchronized String state() {
        return Integer.toString(readings);
    }

    /**
     * As its files are now.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything that is wrong
     */
    synchronized Setup setup() throws IOException {
        Setup current = setup;
        if (watch.isChanged() || current == null) {
            setup = null;
            current = Setup.load(root);
            setup = current;
            readings++;
        }
        return current;
    }
}
