package eu.wattpeil.web;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.serve.WorkspaceWatch;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The workspace that pages show, read again when its files have changed. */
final class ShownWorkspace {

    private final Path root;
    private final WorkspaceWatch watch;
    private final Path reports;
    private @Nullable Setup setup;

    ShownWorkspace(Path root) {
        this.root = root;
        watch = new WorkspaceWatch(root);
        reports = Setup.readWorkspace(root).settings().reports();
    }

    /** Where reports are published. */
    Path reports() {
        return reports;
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
        }
        return current;
    }
}
