package eu.wattpeil.operate;

import eu.wattpeil.disk.DraftFolder;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Store and reports of hosts that share the work, as long as one of them holds it: whoever held it
 * before can put nothing in place there any more.
 */
final class SharedFolders implements AutoCloseable {

    private static final String DRAFTS = ".drafts";

    private final Store store;
    private final Path drafts;

    private SharedFolders(Store store, Path drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /** Takes both, and removes what others left half done. */
    static SharedFolders take(Store store, Setup setup, HeldClaim claim) throws IOException {
        store.hosts().fence(claim.word());
        store.prepare();
        Settings settings = setup.workspace().settings();
        DraftFolder.Begun begun =
                DraftFolder.begin(
                        settings.reports().resolve(DRAFTS),
                        claim.word(),
                        settings.permissions().reports());
        for (Path gone : begun.gone()) {
            DraftFolder.remove(gone);
        }
        return new SharedFolders(store, begun.folder());
    }

    /** The folder in which reports are made before they are put in place. */
    static Path draftsOfReports(Settings settings, HeldClaim claim) {
        return settings.reports().resolve(DRAFTS).resolve(claim.word());
    }

    @Override
    public void close() throws IOException {
        store.hosts().finishClaim();
        DraftFolder.remove(drafts);
    }
}
