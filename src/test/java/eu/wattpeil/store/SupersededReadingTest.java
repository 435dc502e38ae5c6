package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the raw files of a table sees each document once, however often it was read. */
class SupersededReadingTest {

    private static final int DAYS = 40;

    @TempDir Path folder;

    @Test
    void leavesNothingInTheTablesOfTheReadingBefore() {
        Store store = Store.open(folder);
        Readings.commit(store, FIRST_READING, 1, DAYS, 1000);
        Readings.commit(store, SECOND_READING, 2, DAYS, 2000);

        assertThat(plainSum()).isEqualTo("40|80.000");
        assertThat(Readings.files(folder).keySet())
                .allMatch(file -> file.contains(SECOND_READING))
                .hasSize(4);
        assertThat(store.documents())
                .extracting(LedgerRow::documentId)
                .containsExactly(SECOND_READING);
    }

    @Test
    void leavesTheFilesOfAReadingThatWasGoneBackTo() {
        Store store = Store.open(folder);
        Readings.commit(store, FIRST_READING, 1, DAYS, 1000);
        Readings.commit(store, SECOND_READING, 2, DAYS, 2000);
        Readings.commit(store, FIRST_READING, 3, DAYS, 1000);
        Readings.commit(store, FIRST_READING, 4, DAYS, 1000);

        assertThat(plainSum()).isEqualTo("40|40.000");
        assertThat(ledger()).containsExactly("000004-" + FIRST_READING + ".parquet");
    }

    @Test
    void cleansAStoreFromBeforeReadingsWereRemoved() throws IOException {
        Map<String, byte[]> first = new java.util.TreeMap<>();
        Store.open(folder).prepare();
        Readings.commit(Store.open(folder), FIRST_READING, 1, DAYS, 1000);
        first.putAll(Readings.files(folder));
        Readings.commit(Store.open(folder), SECOND_READING, 2, DAYS, 2000);
        Map<String, byte[]> second = Readings.files(folder);
        for (Map.Entry<String, byte[]> file : first.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(plainSum()).isEqualTo("80|120.000");

        Store.open(folder).prepare();

        assertThat(Readings.fingerprints(Readings.files(folder)))
                .isEqualTo(Readings.fingerprints(second));
    }

    /**
     * The power is cut at each step in turn. By the documented rule a reader sees one of the two
     * readings; the next run ends in the files of an undisturbed one.
     */
    @Test
    void isNeverSeenTwiceWhereverTheChangeWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = Store.open(undisturbed);
        whole.prepare();
        Readings.commit(whole, FIRST_READING, 1, DAYS, 1000);
        Readings.commit(whole, SECOND_READING, 2, DAYS, 2000);
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        boolean isComplete = false;
        for (int steps = 0; !isComplete; steps++) {
            Path root = Files.createDirectory(folder.resolve("cut-" + steps));
            Readings.commit(Store.open(root), FIRST_READING, 1, DAYS, 1000);
            StepDisk disk = new StepDisk(root);
            disk.cutAfter(steps);
            isComplete = isCommitted(new Store(root, Origin.UNKNOWN, Access.OWNER, disk));

            assertThat(visibleSum(root)).as("cut after " + steps).isIn("40|40.000", "40|80.000");
            Store next = Store.open(root);
            next.prepare();
            if (!next.documentIds().contains(SECOND_READING)) {
                Readings.commit(next, SECOND_READING, 2, DAYS, 2000);
            }
            assertThat(Readings.fingerprints(Readings.files(root))).isEqualTo(expected);
        }
    }

    private static boolean isCommitted(Store store) {
        try {
            Readings.commit(store, SECOND_READING, 2, DAYS, 2000);
            return true;
        } catch (StoreException cut) {
            return false;
        }
    }

    private String plainSum() {
        return Readings.query(
                        "select count(*), sum(value) from '"
                                + folder
                                + "/meter_readings/**/*.parquet'")
                .get(0);
    }

    /** Joined with the ledger's last reading of each document. */
    private static String visibleSum(Path root) {
        return Readings.query(
                        "select count(*), sum(value) from '"
                                + root
                                + "/meter_readings/**/*.parquet' where document_id in (select"
                                + " max_by(document_id, batch) from '"
                                + root
                                + "/documents/*.parquet' group by definition, sha256)")
                .get(0);
    }

    private List<String> ledger() {
        return new StoreFiles(folder, eu.wattpeil.disk.Disk.local(), Access.OWNER)
                .names("documents");
    }
}
