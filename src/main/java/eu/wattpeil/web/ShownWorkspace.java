package eu.wattpeil.web;

import eu.wattpeil.operate.Setup;
import eu.wattpeil.serve.WorkspaceWatch;
import eu.wattpeil.workspace.PagesSettings;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The workspace that pages show, read again when its files have changed. Its models are checked
 * only where a page needs them, as that takes seconds, and keep no other page waiting.
 */
final class ShownWorkspace {

    private final Path root;
    private final WorkspaceWatch watch;
    private final Path reports;
    private final PagesSettings pages;
    private final Object loading = new Object();
    private @Nullable Workspace workspace;
    private @Nullable Frame frame;
    private @Nullable Setup setup;
    private int changes;

    ShownWorkspace(Path root) throws IOException {
        this.root = root;
        watch = new WorkspaceWatch(root);
        watch.isChanged();
        Workspace first = Setup.readWorkspace(root);
        workspace = first;
        reports = first.settings().reports();
        pages = PagesSettings.of(first);
    }

    /**
     * What every page needs.
     *
     * @param texts in all languages
     */
    record Frame(Workspace workspace, Texts texts) {}

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

    /** Another one whenever its files have changed. */
    synchronized String state() throws IOException {
        follow();
        return Integer.toString(changes);
    }

    /**
     * As its files are now, without its models.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with what is wrong in them
     */
    synchronized Frame frame() throws IOException {
        follow();
        Frame current = frame;
        if (current == null) {
            Workspace read = workspace == null ? Setup.readWorkspace(root) : workspace;
            workspace = read;
            Problems problems = new Problems();
            current = new Frame(read, Texts.read(read.files(), problems));
            problems.throwIfAny();
            frame = current;
        }
        return current;
    }

    /**
     * The whole of it, as its files are now.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException with everything that is wrong
     */
    Setup setup() throws IOException {
        synchronized (loading) {
            String before = state();
            Setup current = known();
            if (current == null) {
                current = Setup.load(root);
                keep(current, before);
            }
            return current;
        }
    }

    private synchronized @Nullable Setup known() {
        return setup;
    }

    /** Unless they have changed while they were read: then they are read again. */
    private synchronized void keep(Setup loaded, String before) throws IOException {
        if (before.equals(state())) {
            setup = loaded;
        }
    }

    private void follow() throws IOException {
        if (watch.isChanged()) {
            workspace = null;
            frame = null;
            setup = null;
            changes++;
        }
    }
}
