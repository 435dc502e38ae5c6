package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingBehindTest {

    private static final Dataset DATASET = Datasets.METER_READINGS;

    /** Whose rows stay as they come, and so are written block by block. */
    private static final Dataset JOBS = Datasets.PRINT_JOBS;

    private static final int BLOCK_ROWS = 100;
    private static final int ROWS = 50_050;
    private static final long FIRST = 1_767_225_600_000_000L;
    private static final long MINUTE = 60_000_000L;

    @TempDir private Path root;

    @Test
    void writesTheBytesThatTheReaderItselfWouldWrite() throws IOException {
        assertThat(written("behind", true)).isNotEmpty().isEqualTo(written("at-once", false));
    }

    @Test
    void tellsThatABlockCouldNotBeWritten() {
        Store store = Store.open(root.resolve("store"));
        store.prepare();
        try (DocumentWriter document = store.document("one", JOBS, ZoneOffset.UTC)) {
            PartWriter part = document.part(0);
            try (BlockOutput output = new WritingBehind(part, JOBS, 1)) {
                RowBlock block = new RowBlock(JOBS, 1);
                block.set(JOBS.index("printed_at"), FIRST);
                block.closeRow();
                output.write(block);

                assertThatThrownBy(output::finish)
                        .as("a row without what each row must have")
                        .isInstanceOf(RuntimeException.class)
                        .isNotInstanceOf(StoreException.class)
                        .hasMessageContaining("no value for");
            }
        }
    }

    private List<String> written(String name, boolean isBehind) throws IOException {
        Path place = root.resolve(name);
        Store store = Store.open(place);
        store.prepare();
        try (DocumentWriter document = store.document("one", DATASET, ZoneOffset.UTC)) {
            PartWriter part = document.part(0);
            try (BlockOutput output =
                    isBehind
                            ? new WritingBehind(part, DATASET, BLOCK_ROWS)
                            : BlockOutput.at(part)) {
                fill(output);
            }
            part.finish();
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(it -> it.toString().contains("month=20"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .map(WritingBehindTest::fingerprint)
                        .toList();
            }
        }
    }

    private static void fill(BlockOutput output) {
        RowBlock block = new RowBlock(DATASET, BLOCK_ROWS);
        for (int row = 0; row < ROWS; row++) {
            block.set(DATASET.index("meter_key"), Text.of("ups-" + row % 7));
            block.set(DATASET.index("quantity"), Text.of("electricity"));
            block.set(DATASET.index("kind"), Text.of("counter"));
            block.set(DATASET.index("measured_at"), FIRST + row * MINUTE);
            block.set(DATASET.index("value"), row * 17L);
            block.set(DATASET.index("document_id"), Text.of("one"));
            block.set(DATASET.index("line"), row + 2L);
            block.closeRow();
            if (block.isFull()) {
                block = output.write(block);
                assertThat(block.rows()).isZero();
            }
        }
        output.write(block);
        output.finish();
    }

    private static String fingerprint(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Digest.of(in).sha256();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
