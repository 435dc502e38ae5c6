package eu.wattpeil.operate;

import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.RepositoryException;
import java.util.Optional;

/** The job repository of hosts that share the work, while this process holds it. */
final class SharedJobs {

    private final RepositoryDatabase database;
    private final HeldClaim claim;
    private Optional<RepositoryException> failure = Optional.empty();

    SharedJobs(RepositoryDatabase database, HeldClaim claim) {
        this.database = database;
        this.claim = claim;
    }

    RepositoryDatabase database() {
        return database;
    }

    HeldClaim claim() {
        return claim;
    }

    /**
     * A failure of the repository as users are told of it, and what this process is told that does
     * not hold the work any more.
     */
    synchronized Throwable named(Throwable found) {
        Optional<RepositoryException> named =
                RepositoryException.behind(found, database.settings());
        if (named.isEmpty()) {
            claim.require();
            return found;
        }
        failure = failure.or(() -> named);
        return named.get();
    }

    /**
     * Makes sure that the repository did what it was asked, and that the work is held.
     *
     * @throws RepositoryException where it failed, though it may be back by now
     * @throws eu.wattpeil.hosts.ClaimLostException where another host may be at work
     */
    synchronized void requireWhole() {
        if (claim.isLost()) {
            throw claim.lost();
        }
        failure.ifPresent(
                it -> {
                    throw it;
                });
        claim.require();
    }
}
