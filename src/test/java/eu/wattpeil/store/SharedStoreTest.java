package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.FolderInUseException;
import eu.wattpeil.disk.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that several hosts write in, one after the other, though one may not know that it is. */
class SharedStoreTest {

    private static final String THIRD_READING = FIRST_READING.substring(0, 16) + "33333333";
    private static final int DAYS = 40;

    @TempDir Path folder;

    /**
     * A process is paused at each step of a change in turn; meanwhile another one takes its place
     * and changes more. Whatever the first one does when it wakes up, the store is the other one's.
     */
    @Test
    void takesNothingMoreFromAProcessWhosePlaceWasTaken() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = Store.open(undisturbed);
        whole.hosts().fence("claim-1");
        whole.prepare();
        Readings.commit(whole, FIRST_READING, 1, DAYS, 1000);
        whole.hosts().finishClaim();
        goOn(undisturbed);
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        boolean isComplete = false;
        int lost = 0;
        for (int steps = 0; !isComplete; steps++) {
            Path root = Files.createDirectory(folder.resolve("paused-" + steps));
            StepDisk disk = new StepDisk(root);
            Store store = new Store(root, Origin.UNKNOWN, Access.OWNER, disk);
            store.hosts().fence("claim-1");
            store.prepare();
            Readings.commit(store, FIRST_READING, 1, DAYS, 1000);
            int before = disk.steps().size();
            boolean[] isPaused = {false};
            disk.pauseAfter(
                    steps,
                    () -> {
                        isPaused[0] = true;
                        goOn(root);
                    });
            try {
                Readings.commit(store, SECOND_READING, 2, DAYS, 2000);
                store.writeText("views.sql", "of the first one");
            } catch (StoreException over) {
                lost++;
            }
            isComplete = !isPaused[0];
            if (isComplete) {
                assertThat(steps).isEqualTo(disk.steps().size() - before);
                goOn(root);
            }

            assertThat(Readings.fingerprints(Readings.files(root)))
                    .as("paused after " + steps)
                    .isEqualTo(expected);
        }
        assertThat(lost).isGreaterThan(10);
    }

    private static void goOn(Path root) {
        Store next = Store.open(root);
        next.hosts().fence("claim-2");
        next.prepare();
        if (!next.documentIds().contains(SECOND_READING)) {
            Readings.commit(next, SECOND_READING, 2, DAYS, 2000);
        }
        Readings.commit(next, THIRD_READING, 3, DAYS, 3000);
        next.writeText("views.sql", "of the next one");
        next.hosts().finishClaim();
    }

    @Test
    void removesWhatADeadProcessLeftBesideTheLedger() throws IOException {
        StepDisk disk = new StepDisk(folder);
        Store dead = new Store(folder, Origin.UNKNOWN, Access.OWNER, disk);
        dead.hosts().fence("claim-1");
        dead.prepare();
        disk.cutAfter(7);
        assertThatThrownBy(() -> Readings.commit(dead, FIRST_READING, 1, DAYS, 1000))
                .isInstanceOf(StoreException.class);
        assertThat(Readings.files(folder).keySet()).anyMatch(it -> it.contains(FIRST_READING));

        Store next = Store.open(folder);
        next.hosts().fence("claim-2");
        next.prepare();

        assertThat(Readings.files(folder).keySet()).noneMatch(it -> it.contains(FIRST_READING));
    }

    @Test
    void isClosedToProcessesThatDoNotShareTheWork() throws IOException {
        Store shared = Store.open(folder);
        shared.hosts().shareFor("town");

        assertThatCode(() -> shared.hosts().shareFor("town")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Store.open(folder).lock("process 7"))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        folder
                                + "/.hosts: the store is written by hosts that share a job"
                                + " repository, expected job-repository in config/wattpeil.yaml, as"
                                + " they have it; where no host works with it any more, remove the"
                                + " file");
        assertThatThrownBy(() -> shared.hosts().shareFor("village"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("hosts of another workspace");
    }

    @Test
    void isNotSharedWhileAProcessHoldsItAlone() throws IOException {
        Store store = Store.open(folder);
        try (FolderLock held = store.lock("process 7")) {
            assertThatThrownBy(() -> store.hosts().shareFor("town"))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("process 7");
        }
    }
}
