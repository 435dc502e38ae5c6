package eu.wattpeil.operate;

import eu.wattpeil.disk.DraftFolder;
import eu.wattpeil.kpi.edition.ComputationException;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.UnverifiableException;
import eu.wattpeil.kpi.edition.Verification;
import eu.wattpeil.kpi.edition.Verified;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Computes editions of a workspace again, each from what it was made from. Writes nothing to the
 * workspace, the store or the reports, and takes no lock; what it makes is in a folder for
 * temporary files until it is closed.
 */
public final class Verifications implements AutoCloseable {

    private final Path root;
    private final Store store;
    private final Path aside;
    private final ReportsAgain reports;
    private final Map<String, Setup> setups = new HashMap<>();

    /** What is said of one edition. */
    public sealed interface Answer {

        YearMonth month();

        int edition();
    }

    /**
     * It was computed again.
     *
     * @param reports what is said of the files that were published of it; none where it is not
     *     equal
     */
    public record Computed(Verified verified, List<ReportFiles> reports) implements Answer {

        public Computed {
            reports = List.copyOf(reports);
        }

        /** Whether all is equal. */
        public boolean isEqual() {
            return verified.difference().isEmpty()
                    && reports.stream().allMatch(ReportFiles::isEqual);
        }

        @Override
        public YearMonth month() {
            return verified.month();
        }

        @Override
        public int edition() {
            return verified.edition();
        }
    }

    /**
     * It could not be computed again.
     *
     * @param why what is missing
     */
    public record Impossible(YearMonth month, int edition, String why) implements Answer {}

    private Verifications(Path root, Settings settings, Path aside) {
        this.root = root;
        this.store = RemoteHold.copy(Store.open(settings.store()), settings);
        this.aside = aside;
        this.reports = new ReportsAgain(root, settings, store);
    }

    /**
     * Those of a workspace.
     *
     * @throws InvalidWorkspaceException where it does not tell where its store is
     */
    public static Verifications of(Path root) throws IOException {
        Settings settings = Setup.readWorkspace(root).settings();
        return new Verifications(root, settings, Files.createTempDirectory("wattpeil-verify"));
    }

    /**
     * Verifies editions, the earliest month first.
     *
     * @param month of which; empty for all
     * @param number of the edition; empty for the one that is shown
     * @throws UnknownNameException where there is no such edition
     */
    public void verify(
            Optional<YearMonth> month, Optional<Integer> number, Consumer<Answer> listener)
            throws IOException {
        for (Edition edition : editions(month)) {
            int wanted = number.orElse(edition.number());
            List<Integer> numbers = new Editions(store).numbers(edition.month());
            if (!numbers.contains(wanted) || wanted > edition.number()) {
                throw new UnknownNameException(
                        "edition of "
                                + edition.month()
                                + " is "
                                + wanted
                                + ", expected one from 1 to "
                                + edition.number());
            }
            listener.accept(answer(edition.month(), wanted));
        }
    }

    private List<Edition> editions(Optional<YearMonth> month) {
        List<Edition> all = new Editions(store).current();
        List<Edition> wanted =
                all.stream().filter(it -> month.map(it.month()::equals).orElse(true)).toList();
        if (wanted.isEmpty()) {
            throw new UnknownNameException(
                    month.map(it -> "month is " + it + ", which has no edition").orElse("no month")
                            + (month.isPresent() ? "" : " has an edition")
                            + ", expected one that a run has computed");
        }
        return wanted;
    }

    private Answer answer(YearMonth month, int number) throws IOException {
        try {
            Verified verified = store.reading(() -> verified(month, number));
            return new Computed(
                    verified,
                    verified.difference().isEmpty() ? reports.of(month, number) : List.of());
        } catch (UnverifiableException | StoreException | ComputationException lacking) {
            return new Impossible(month, number, String.valueOf(lacking.getMessage()));
        } catch (InvalidWorkspaceException unread) {
            return new Impossible(
                    month,
                    number,
                    "this version does not read the files that it was made from: "
                            + unread.problems().get(0));
        }
    }

    private Verified verified(YearMonth month, int number) throws IOException {
        Verification verification = Verification.of(store, month, number);
        return aside(
                verification,
                (setup, folder) ->
                        verification.verify(
                                setup.workspace(),
                                setup.catalogue(),
                                editions -> new GoalVerdicts(setup, editions),
                                folder));
    }

    /**
     * Computes an edition again and puts back those of its files that are lost or damaged, where
     * they come out as its manifest says.
     *
     * @param target the store, held by this process
     * @return why they are not; empty where all are
     */
    Optional<String> restore(Store target, YearMonth month, int number) throws IOException {
        try {
            Verification verification = Verification.of(target, month, number);
            return aside(
                    verification,
                    (setup, folder) ->
                            verification.restore(
                                    setup.workspace(),
                                    setup.catalogue(),
                                    editions -> new GoalVerdicts(setup, editions),
                                    folder));
        } catch (UnverifiableException
                | StoreException
                | ComputationException
                | InvalidWorkspaceException lacking) {
            return Optional.of(String.valueOf(lacking.getMessage()));
        }
    }

    /** Computes an edition from its own workspace. */
    @FunctionalInterface
    private interface Again<T> {
        T compute(Setup setup, Path folder);
    }

    /** What it makes is in a folder of its own, until it is known. */
    private <T> T aside(Verification verification, Again<T> again) throws IOException {
        Setup setup = setup(verification);
        Path folder = Files.createTempDirectory(aside, "edition");
        try {
            return again.compute(setup, folder);
        } finally {
            DraftFolder.remove(folder);
        }
    }

    /** Editions that were made from the same files share what was read of them. */
    private Setup setup(Verification verification) throws IOException {
        Setup known = setups.get(verification.workspaceName());
        if (known != null) {
            return known;
        }
        Path folder = Files.createTempDirectory(aside, "workspace");
        verification.extractWorkspace(folder);
        Setup setup = Setup.ofEdition(folder, Setup.memory(root));
        setups.put(verification.workspaceName(), setup);
        return setup;
    }

    @Override
    public void close() throws IOException {
        DraftFolder.remove(aside);
    }
}
