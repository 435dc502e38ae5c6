package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged store is told by the file and the cure; nothing goes on without what is lost. */
class DamagedStoreTest {

    private static final long SEED = 20_261_125;
    private static final int FLIPS = 400;

    @TempDir Path folder;

    @BeforeEach
    void fillStore() {
        Readings.commit(Store.open(folder), FIRST_READING, 1, 40, 1000);
    }

    @Test
    void aStrayFileInTheLedgerIsNamed() throws IOException {
        Path stray = Files.writeString(folder.resolve("documents/x.parquet"), "");

        assertThatThrownBy(() -> Store.open(folder).documentIds())
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        stray
                                + ": the file is no row of the ledger, expected a name such as"
                                + " 000001-0123456789abcdef01234567.parquet;"
                                + " move it out of the store");
    }

    @Test
    void whatSystemsHideIsNoStrayFile() throws IOException {
        Files.writeString(folder.resolve("documents/.DS_Store"), "");
        Files.writeString(folder.resolve("documents/._x.parquet"), "");

        assertThat(Store.open(folder).documents()).hasSize(1);
    }

    @Test
    void aGarbageRowOfTheLedgerIsNamed() throws IOException {
        Path row = ledgerRow();
        Files.writeString(row, "garbage");

        assertThatThrownBy(() -> Store.open(folder).documents())
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        row
                                + ": the file is damaged, expected the ledger's row of a document;"
                                + " restore it from a backup,"
                                + " or remove it and the next run reads the document again");
    }

    @Test
    void aLostOrShortenedFileOfADocumentIsNamed() throws IOException {
        Path october = folder.resolve("meter_readings/month=2026-10/" + FIRST_READING + ".parquet");
        long bytes = Files.size(october);
        Files.write(october, new byte[7]);

        assertThatThrownBy(() -> Store.open(folder).documents())
                .isInstanceOf(StoreException.class)
                .hasMessage(message(october, "the file has 7 bytes", bytes));

        Files.delete(october);

        assertThatThrownBy(() -> Store.open(folder).documents())
                .isInstanceOf(StoreException.class)
                .hasMessage(message(october, "the file is missing", bytes));
    }

    /** Whatever bit of the store flips: the ledger reads as before, or the file is named. */
    @Test
    void aFlippedBitIsFoundOrChangesNothing() throws IOException {
        Random random = new Random(SEED);
        Map<String, byte[]> files = Readings.files(folder);
        List<String> names = List.copyOf(files.keySet());
        List<LedgerRow> expected = Store.open(folder).documents();
        for (int i = 0; i < FLIPS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = files.get(name).clone();
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(folder.resolve(name), bytes);

            try {
                Store store = Store.open(folder);
                List<LedgerRow> found = store.documents();
                store.requireIntact(found);
                assertThat(name).as("seed %d, flip %d", SEED, i).startsWith("documents/");
                assertThat(found)
                        .as("seed %d, flip %d: %s bit %d", SEED, i, name, bit)
                        .isEqualTo(expected);
            } catch (StoreException explained) {
                assertThat(explained).hasMessageStartingWith(folder.resolve(name) + ": ");
            }
            Files.write(folder.resolve(name), files.get(name));
        }
    }

    private Path ledgerRow() {
        return folder.resolve("documents/000001-" + FIRST_READING + ".parquet");
    }

    private String message(Path file, String found, long bytes) {
        return file
                + ": "
                + found
                + ", expected the "
                + bytes
                + " bytes that came from inbox/ups.csv; restore it from a backup, or remove "
                + ledgerRow()
                + " and the next run reads the document again";
    }
}
