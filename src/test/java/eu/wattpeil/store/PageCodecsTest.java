package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void unpacksWhatItPacked() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PageCodecs codecs = new PageCodecs();
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

    /** One page after the other by what was used for the one before. */
    @Test
    void givesTheBytesOfAStreamThatIsFlushedBeforeItsEnd() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PageCodecs codecs = new PageCodecs();
        for (int page = 0; page < 60; page++) {
            byte[] bytes =
                    new byte[page == 0 ? 0 : random.nextInt(page % 20 == 0 ? 4_000_000 : 200_000)];
            int different = 1 + random.nextInt(250);
            int longest = 1 + random.nextInt(20);
            for (int i = 0; i < bytes.length; ) {
                int end = Math.min(bytes.length, i + 1 + random.nextInt(longest));
                Arrays.fill(bytes, i, end, (byte) random.nextInt(different));
                i = end;
            }
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            try (ZstdOutputStream stream = new ZstdOutputStream(expected, PageCodecs.LEVEL)) {
                stream.write(bytes);
                stream.flush();
            }

            BytesInput packed =
                    codecs.getCompressor(CompressionCodecName.ZSTD)
                            .compress(BytesInput.from(bytes));

            assertThat(packed.toInputStream().readAllBytes())
                    .as("seed %d, page %d", seed, page)
                    .isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void takesNoPageOfOtherBytesThanItSays() throws IOException {
        PageCodecs codecs = new PageCodecs();
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
