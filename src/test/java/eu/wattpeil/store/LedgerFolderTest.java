package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFolderTest {

    private static final String ONE = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-09-02T03:04:05Z"));

    @TempDir private Path root;

    private Path documents;

    @BeforeEach
    void makeFolder() throws IOException {
        documents = Files.createDirectories(root.resolve("documents"));
        add(1, ONE);
    }

    @Test
    void isNotListedAgainWhereItIsAsItWas() throws IOException {
        LedgerFolder folder = folder(Instant.now());
        Files.setLastModifiedTime(documents, LONG_AGO);
        List<LedgerName> names = folder.names();

        assertThat(folder.names()).isSameAs(names).containsExactly(new LedgerName(1, ONE));
    }

    @Test
    void isListedAgainWhereItChanged() throws IOException {
        LedgerFolder folder = folder(Instant.now());
        Files.setLastModifiedTime(documents, LONG_AGO);
        folder.names();
        add(2, OTHER);

        assertThat(folder.names())
                .containsExactly(new LedgerName(1, ONE), new LedgerName(2, OTHER));
        Files.delete(documents.resolve("000001-" + ONE + ".parquet"));
        assertThat(folder.names()).containsExactly(new LedgerName(2, OTHER));
    }

    /** It might change once more in the same instant. */
    @Test
    void isListedAgainWhereItChangedAMomentAgo() throws IOException {
        LedgerFolder folder = folder(LONG_AGO.toInstant().plusSeconds(1));
        Files.setLastModifiedTime(documents, LONG_AGO);
        folder.names();
        add(2, OTHER);
        Files.setLastModifiedTime(documents, LONG_AGO);

        assertThat(folder.names()).hasSize(2);
    }

    @Test
    void isEmptyWhereThereIsNone() throws IOException {
        Files.delete(documents.resolve("000001-" + ONE + ".parquet"));
        Files.delete(documents);

        assertThat(folder(Instant.now()).names()).isEmpty();
    }

    @Test
    void tellsOfAFileThatIsNoRow() throws IOException {
        Files.createFile(documents.resolve("mine.parquet"));

        assertThatThrownBy(() -> folder(Instant.now()).names())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("mine.parquet");
    }

    @Test
    void whoWritesAloneSeesWhatItDid() {
        Store store = Store.open(root.resolve("store"));
        store.prepare();
        Readings.commit(store, ONE, 1, 3, 1_000);
        List<LedgerRow> first = store.documents();
        assertThat(store.documents()).isEqualTo(first).hasSize(1);

        Readings.commit(store, OTHER, 2, 3, 2_000);
        assertThat(store.documents()).hasSize(2);
        store.forgetting().forget(first, LocalDate.of(2026, 10, 1));
        assertThat(store.documents()).extracting(LedgerRow::documentId).containsExactly(OTHER);
        store.retention()
                .keepFrom(
                        List.of(
                                new KeptFrom(
                                        "meter_readings",
                                        YearMonth.of(2100, 1),
                                        LocalDate.of(2026, 10, 1))));
        assertThat(store.documents().get(0).files()).isEmpty();
        store.takeOut(OTHER);
        assertThat(store.documents()).isEmpty();
    }

    private LedgerFolder folder(Instant now) {
        return new LedgerFolder(
                new StoreFiles(root, Disk.local(), Access.OWNER), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void add(int batch, String id) throws IOException {
        Files.createFile(documents.resolve("%06d-%s.parquet".formatted(batch, id)));
    }
}
