package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in which one host puts in place what another one has read. */
class HelpedStoreTest {

    private static final String FOLDER = FIRST_READING + ".7";
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
        helper.help("claim-1");
    }

    private Store holder(String claim) {
        Store store = Store.open(root);
        store.fence(claim);
        store.prepare();
        store.beginHelp();
        return store;
    }

    @Test
    void hasTheSameBytesWhicheverHostHasReadADocument() {
        Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000);
        assertThat(Store.open(root).documentIds()).isEmpty();

        Optional<Store.Taken> taken = holder.takeStaged(FOLDER, FIRST_READING, 3);

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
            dead.fence("claim-1");
            dead.prepare();
            dead.beginHelp();
            Store other = Store.open(root);
            other.help("claim-1");
            Readings.stage(other, FOLDER, FIRST_READING, 3, DAYS, 1000);
            disk.cutAfter(steps);
            try {
                dead.takeStaged(FOLDER, FIRST_READING, 3);
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

    @Test
    void takesNothingThatIsNotWhole() throws IOException {
        assertThat(holder.takeStaged(FOLDER, FIRST_READING, 3)).isEmpty();

        Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000);
        Path staged = root.resolve("_staging/claim-1/help").resolve(FOLDER);
        Files.delete(staged.resolve("rejects/" + FIRST_READING + ".parquet"));

        assertThat(holder.takeStaged(FOLDER, FIRST_READING, 3)).isEmpty();
        assertThat(holder.documentIds()).isEmpty();
        Readings.commit(holder, FIRST_READING, 3, DAYS, 1000);
        end();
        assertThat(Readings.fingerprints(Readings.files(root))).isEqualTo(byOneHost());
    }

    @Test
    void isClosedToWhoHelpedAClaimThatIsOver() {
        holder.endHelp();
        assertThatThrownBy(() -> Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000))
                .isInstanceOf(StoreException.class);

        holder.beginHelp();
        holder("claim-2");
        assertThatThrownBy(() -> Readings.stage(helper, FOLDER, FIRST_READING, 3, DAYS, 1000))
                .isInstanceOf(StoreException.class);
        assertThat(root.resolve("_staging/claim-1")).doesNotExist();
    }

    private void end() {
        holder.endHelp();
        holder.finishClaim();
    }

    private Map<String, String> byOneHost() {
        Path alone = folder.resolve("alone");
        Store store = Store.open(alone);
        store.fence("claim-1");
        store.prepare();
        Readings.commit(store, FIRST_READING, 3, DAYS, 1000);
        store.finishClaim();
        return Readings.fingerprints(Readings.files(alone));
    }
}
