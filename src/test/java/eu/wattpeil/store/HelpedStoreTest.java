package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in which one host puts in place what another one has read. */
class HelpedStoreTest {

    private static final String FOLDER = FIRST_READING + ".7";
    private static final String OTHER = "fedcba987654321011111111";
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final int DAYS = 40;

    @TempDir Path folder;

    private Path root;
    private Store holder;
    private Store helper;

    @BeforeEach
    void begin() {
        root = folder.resolve("store");
        holder = holder("claim-1");
        helper = Store.open(root);
        helper.hosts().help("claim-1");
    }

    private Store holder(String claim) {
        Store store = Store.open(root);
        store.hosts().fence(claim);
        store.prepare();
        store.hosts().beginHelp();
        return store;
    }

    @Test
    void hasTheSameBytesWhicheverHostHasReadADocument() {
        Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000);
        assertThat(Store.open(root).documentIds()).isEmpty();

        Optional<StoreHosts.Taken> taken = holder.hosts().takeStaged(FOLDER, FIRST_READING, 3);

        assertThat(taken.orElseThrow().note()).isEqualTo("a note");
        assertThat(taken.get().row()).isEqualTo(holder.documents().get(0));
        end();
        assertThat(Readings.fingerprints(Readings.files(root))).isEqualTo(byOneHost());
    }

    /** The holder dies at each step in turn; whoever takes its place reads the document itself. */
    @Test
    void isWholeWhereverTheHolderDiesWhileItTakesADocument() throws IOException {
        Map<String, String> expected = byOneHost();
        boolean isComplete = false;
        int deaths = 0;
        for (int steps = 0; !isComplete; steps++) {
            root = Files.createDirectory(folder.resolve("dead-" + steps));
            StepDisk disk = new StepDisk(root);
            Store dead = new Store(root, Origin.UNKNOWN, Access.OWNER, disk);
            dead.hosts().fence("claim-1");
            dead.prepare();
            dead.hosts().beginHelp();
            Store other = Store.open(root);
            other.hosts().help("claim-1");
            Readings.stage(other, FOLDER, FIRST_READING, 3, DAYS, 1000);
            disk.cutAfter(steps);
            try {
                dead.hosts().takeStaged(FOLDER, FIRST_READING, 3);
                isComplete = true;
            } catch (StoreException cut) {
                deaths++;
            }

            holder = holder("claim-2");
            if (holder.documentIds().isEmpty()) {
                Readings.commit(holder, FIRST_READING, 3, DAYS, 1000);
            }
            end();

            assertThat(Readings.fingerprints(Readings.files(root)))
                    .as("dead after " + steps)
                    .isEqualTo(expected);
        }
        assertThat(deaths).isGreaterThan(3);
    }

    /**
     * Documents that others read are packed by whoever holds the work when it dies at each step.
     */
    @Test
    void hasEachRowOnceWhereverTheHolderDiesWhileItPacks() throws IOException {
        boolean isComplete = false;
        int deaths = 0;
        for (int steps = 0; !isComplete; steps++) {
            root = Files.createDirectory(folder.resolve("packing-" + steps));
            StepDisk disk = new StepDisk(root);
            Store dead = new Store(root, Origin.UNKNOWN, Access.OWNER, disk);
            takeTwo(dead);
            disk.cutAfter(steps);
            isComplete = hasPacked(dead);
            deaths += isComplete ? 0 : 1;

            holder = holder("claim-2");
            assertThat(hasPacked(dead)).as("the claim of " + steps + " is over").isFalse();
            assertThat(hasPacked(holder)).isTrue();
            end();

            assertThat(holder.layout().fileNames("meter_readings", SEPTEMBER))
                    .as("dead after " + steps)
                    .hasSize(1)
                    .allMatch(file -> file.startsWith("pack-"));
            assertThat(
                            Readings.query(
                                    "select document_id, count(*) from '"
                                            + root
                                            + "/meter_readings/month=2026-09/*.parquet'"
                                            + " group by all order by all"))
                    .containsExactly(FIRST_READING + "|30", OTHER + "|30");
            assertThat(new StoreCheckup(Store.open(root), share -> {}).look()).isEmpty();
        }
        assertThat(deaths).isGreaterThan(10);
    }

    private static void takeTwo(Store holder) {
        holder.hosts().fence("claim-1");
        holder.prepare();
        holder.hosts().beginHelp();
        Store other = Store.open(holder.root());
        other.hosts().help("claim-1");
        for (String document : List.of(FIRST_READING, OTHER)) {
            String folder = document + ".7";
            Readings.stage(other, folder, document, 3, DAYS, 1000);
            assertThat(holder.hosts().takeStaged(folder, document, 3)).isPresent();
        }
        holder.hosts().endHelp();
    }

    private static boolean hasPacked(Store store) {
        try {
            return store.compaction().pack(Datasets.METER_READINGS, SEPTEMBER, loose(store));
        } catch (StoreException cut) {
            return false;
        }
    }

    /** None are left where the one that died had packed them, and nothing changes then. */
    private static List<LedgerRow> loose(Store store) {
        return store.compaction()
                .smallFiles(
                        Datasets.METER_READINGS, store.documents(), Long.MAX_VALUE, Long.MAX_VALUE)
                .getOrDefault(SEPTEMBER, List.of());
    }

    @Test
    void takesNothingThatIsNotWhole() throws IOException {
        assertThat(holder.hosts().takeStaged(FOLDER, FIRST_READING, 3)).isEmpty();

        Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000);
        Path staged = root.resolve("_staging/claim-1/help").resolve(FOLDER);
        Files.delete(staged.resolve("rejects/" + FIRST_READING + ".parquet"));

        assertThat(holder.hosts().takeStaged(FOLDER, FIRST_READING, 3)).isEmpty();
        assertThat(holder.documentIds()).isEmpty();
        Readings.commit(holder, FIRST_READING, 3, DAYS, 1000);
        end();
        assertThat(Readings.fingerprints(Readings.files(root))).isEqualTo(byOneHost());
    }

    @Test
    void isClosedToWhoHelpedAClaimThatIsOver() {
        holder.hosts().endHelp();
        assertThatThrownBy(() -> Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000))
                .isInstanceOf(StoreException.class);

        holder.hosts().beginHelp();
        holder("claim-2");
        assertThatThrownBy(() -> Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000))
                .isInstanceOf(StoreException.class);
        assertThat(root.resolve("_staging/claim-1")).doesNotExist();
    }

    private void end() {
        holder.hosts().endHelp();
        holder.hosts().finishClaim();
    }

    private Map<String, String> byOneHost() {
        Path alone = folder.resolve("alone");
        Store store = Store.open(alone);
        store.hosts().fence("claim-1");
        store.prepare();
        Readings.commit(store, FIRST_READING, 3, DAYS, 1000);
        store.hosts().finishClaim();
        return Readings.fingerprints(Readings.files(alone));
    }
}
