package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row whose file cannot be read any more shows whether it was read, or remembered. */
class LedgerMemoryTest {

    private static final String OTHER = "fedcba9876543210aaaaaaaa";
    private static final FileTime LONG_AGO =
            FileTime.from(Instant.parse("2026-09-02T03:04:05.678901234Z"));

    @TempDir private Path folder;

    private Path root;
    private Path memory;

    @BeforeEach
    void makeStore() throws IOException {
        root = folder.resolve("store");
        memory = Files.createDirectories(folder.resolve("state"));
        Store store = Store.open(root);
        Readings.commit(store, FIRST_READING, 1, 40, 1_000);
        Readings.commit(store, OTHER, 2, 3, 2_000);
        for (Path row : rows()) {
            Files.setLastModifiedTime(row, LONG_AGO);
        }
    }

    @Test
    void takesRowsFromMemoryWhoseFilesAreAsTheyWere() throws IOException {
        List<LedgerRow> read = Store.open(root).documents();
        assertThat(remembering().documents()).isEqualTo(read);
        for (Path row : rows()) {
            damage(row, LONG_AGO);
        }

        assertThat(remembering().documents()).isEqualTo(read);
        assertThatThrownBy(() -> Store.open(root).documents()).isInstanceOf(StoreException.class);
    }

    @Test
    void readsAgainWhatHasAnotherTimeOrSize() throws IOException {
        remembering().documents();
        Path row = rows().get(1);
        damage(row, FileTime.from(LONG_AGO.toInstant().plusNanos(1_000)));
        assertThatThrownBy(() -> remembering().documents())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(row.getFileName().toString());

        Files.write(row, new byte[7]);
        Files.setLastModifiedTime(row, LONG_AGO);
        assertThatThrownBy(() -> remembering().documents()).isInstanceOf(StoreException.class);
    }

    @Test
    void stillMissesAFileOfRowsThatIsGone() throws IOException {
        remembering().documents();
        try (Stream<Path> files = Files.walk(root.resolve("meter_readings"))) {
            Files.delete(
                    files.filter(it -> it.toString().contains(OTHER)).findFirst().orElseThrow());
        }

        assertThatThrownBy(() -> remembering().documents())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the file is missing");
    }

    @Test
    void goesWithTheStoreWhereDocumentsComeAndGo() throws IOException {
        remembering().documents();
        Store store = Store.open(root);
        store.prepare();
        Readings.commit(store, SECOND_READING, 3, 40, 1_000);

        assertThat(remembering().documents()).isEqualTo(store.documents()).hasSize(2);
        Files.delete(rows().get(0));
        assertThat(remembering().documents()).hasSize(1);
    }

    @Test
    void keepsNothingOfADocumentThatIsForgotten() throws IOException {
        LedgerRow row = remembering().documents().get(1);
        assertThat(Files.readString(memory.resolve("ledger-rows"), ISO_8859_1))
                .contains(row.documentId());

        remembering().forgetting().forget(List.of(row), LocalDate.of(2026, 10, 1));

        assertThat(Files.readString(memory.resolve("ledger-rows"), ISO_8859_1))
                .isNotEmpty()
                .doesNotContain(row.documentId(), row.sha256());
    }

    /** Its file might change once more in the same instant. */
    @Test
    void keepsNoRowThatWasWrittenAMomentAgo() throws IOException {
        Path row = rows().get(0);
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(row, now);
        remembering().documents();
        damage(row, now);

        assertThatThrownBy(() -> remembering().documents()).isInstanceOf(StoreException.class);
    }

    @Test
    void countsForNothingWhereItsFileIsDamagedOrGone() throws IOException {
        List<LedgerRow> read = remembering().documents();
        Path file = memory.resolve("ledger-rows");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 12, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(remembering().documents()).isEqualTo(read);
            assertThat(file).hasBinaryContent(whole);
        }
        byte[] otherwise = whole.clone();
        otherwise[whole.length / 2] ^= 1;
        Files.write(file, otherwise);
        assertThat(remembering().documents()).isEqualTo(read);

        Files.delete(file);
        Files.delete(memory);
        assertThat(remembering().documents()).isEqualTo(read);
        assertThat(memory).doesNotExist();
    }

    private Store remembering() {
        return Store.open(root).rememberingIn(memory);
    }

    private List<Path> rows() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("documents"))) {
            return files.filter(it -> it.toString().endsWith(".parquet")).sorted().toList();
        }
    }

    private static void damage(Path row, FileTime modified) throws IOException {
        Files.write(row, new byte[Math.toIntExact(Files.size(row))]);
        Files.setLastModifiedTime(row, modified);
    }
}
