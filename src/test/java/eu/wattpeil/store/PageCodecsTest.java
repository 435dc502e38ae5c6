package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCodecsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"meter_readings", "print_jobs"})
    void unpacksWhatItPacked(String table) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PageCodecs codecs = PageCodecs.of(Datasets.named(table).orElseThrow());
        BytesInputDecompressor unpacker = unpacker();
        for (int bytes : new int[] {0, 1, 7, 1_000, 70_000, 3_000_000}) {
            byte[] page = new byte[bytes];
            for (int i = 0; i < bytes; i++) {
                page[i] = (byte) random.nextInt(1 + i % 200);
            }

            BytesInput packed =
                    codecs.getCompressor(CompressionCodecName.ZSTD).compress(BytesInput.from(page));

            assertThat(unpacker.decompress(packed, bytes).toInputStream().readAllBytes())
                    .as("seed %d", seed)
                    .isEqualTo(page);
        }
        codecs.release();
    }

    @Test
    void takesNoPageOfOtherBytesThanItSays() throws IOException {
        PageCodecs codecs = PageCodecs.of(Datasets.REJECTS);
        BytesInput packed =
                codecs.getCompressor(CompressionCodecName.ZSTD)
                        .compress(BytesInput.from(new byte[100]));
        codecs.release();

        assertThatThrownBy(() -> unpacker().decompress(packed, 101))
                .isInstanceOf(IOException.class)
                .hasMessage("a page is 100 bytes, expected 101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "snappy", "uncompressed"})
    void readsFilesOfOtherPrograms(String codec) throws SQLException {
        Path file = folder.resolve("other.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "copy (select 'text ' || i %% 7 as name from range(1000) as r(i)) to '%s'"
                                    .formatted(file)
                            + " (format parquet, compression %s)".formatted(codec));
        }
        Dataset table =
                new Dataset(
                        "other",
                        List.of(Column.optional("name", ColumnType.TEXT, "a name")),
                        "",
                        "",
                        false);
        List<String> names = new ArrayList<>();

        new StoredRows(new StoreFiles(folder, Disk.local(), Access.OWNER), table)
                .texts("other.parquet", "name", names::add);

        assertThat(names).hasSize(1000).startsWith("text 0", "text 1", "text 2");
    }

    private static BytesInputDecompressor unpacker() {
        return PageCodecs.reading()
                .build()
                .getCodecFactory()
                .getDecompressor(CompressionCodecName.ZSTD);
    }
}
