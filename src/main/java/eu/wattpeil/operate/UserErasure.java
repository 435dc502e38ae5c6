package eu.wattpeil.operate;

import eu.wattpeil.collect.Pseudonym;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what is left of a user out of the rows of print jobs, for good: the pseudonym. What was
 * printed stays, as no figure looks at who printed it.
 */
public final class UserErasure {

    static final String COLUMN = "user_key";

    private final Workspace workspace;
    private final Pseudonym pseudonym;
    private final Clock clock;

    private UserErasure(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.pseudonym = new Pseudonym(workspace.settings().pseudonymKey());
        this.clock = clock;
    }

    /**
     * That of a workspace.
     *
     * @throws UnknownNameException where it has no key: then nothing of users is kept
     */
    public static UserErasure of(Path root, Clock clock) {
        Workspace workspace = Setup.readWorkspace(root);
        if (workspace.settings().pseudonymKey().isEmpty()) {
            throw new UnknownNameException(
                    "config/wattpeil.yaml: pseudonym-key is missing, expected the key by which"
                            + " users are found; without a key the store keeps nothing of users");
        }
        return new UserErasure(workspace, clock);
    }

    /**
     * Erases users: first it is noted that no reading keeps anything of them, then their pseudonyms
     * are taken out of each document. Interrupted, it is simply done again.
     *
     * @param names of one or more users, each as print logs write it
     * @return in how many documents there was a pseudonym of them
     * @throws eu.wattpeil.disk.FolderInUseException where a run is at work
     */
    public int erase(Collection<String> names) throws IOException {
        Set<String> marks = new HashSet<>();
        Set<String> pseudonyms = new HashSet<>();
        for (String name : names) {
            pseudonym.mark(name).ifPresent(marks::add);
            Optional.ofNullable(pseudonym.apply(name)).ifPresent(pseudonyms::add);
        }
        Store store = StoreChange.store(workspace);
        int[] changed = new int[1];
        StoreChange change =
                () -> {
                    store.pseudonyms().erase(marks);
                    changed[0] =
                            store.pseudonyms().clear(ofUsers(store), COLUMN, pseudonyms::contains);
                };
        change.alone(workspace, store, clock);
        return changed[0];
    }

    /** The documents that may have something of users. */
    static List<LedgerRow> ofUsers(Store store) {
        return store.documents().stream()
                .filter(row -> row.dataset().equals(Datasets.PRINT_JOBS.name()))
                .toList();
    }
}
