package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against parquet-java's own writers, which take one text after the other. */
class TextWriterTest {

    private static final HeapByteBufferAllocator HEAP = new HeapByteBufferAllocator();
    private static final int PAGES = 6;
    private static final int RUNS = 1_000;

    /**
     * From one text, over those that repeat, to those that hardly do, which are left for what they
     * are: by the first page or by a dictionary that is full.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1000, 100000",
        "3, 1, 100000",
        "500, 40, 100000",
        "3000, 3, 100000",
        "100000, 1, 1000000",
        "100000, 3, 1000000",
        "3000, 3, 20000",
        "100, 3, 1000"
    })
    void makesTheBytesOfParquetsOwn(int different, int longest, int mostBytes) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TextWriter writer = new TextWriter(mostBytes, TextWriterTest::plain);
        ValuesWriter own =
                FallbackValuesWriter.of(
                        new PlainBinaryDictionaryValuesWriter(
                                mostBytes, Encoding.RLE_DICTIONARY, Encoding.PLAIN, HEAP),
                        plain());
        List<Binary> texts = texts(different);
        for (int page = 0; page < PAGES; page++) {
            for (int run = 0; run < RUNS; run++) {
                Binary text = texts.get(random.nextInt(different));
                int count = 1 + random.nextInt(longest);
                writer.write(text, count);
                for (int i = 0; i < count; i++) {
                    own.writeBytes(text);
                }
                assertThat(writer.getBufferedSize()).isEqualTo(own.getBufferedSize());
            }
            assertThat(all(writer.getBytes()))
                    .as("seed %d, page %d", seed, page)
                    .isEqualTo(all(own.getBytes()));
            assertThat(writer.getEncoding()).isEqualTo(own.getEncoding());
            writer.reset();
            own.reset();
        }

        DictionaryPage dictionary = writer.toDictPageAndClose();
        DictionaryPage ofOwn = own.toDictPageAndClose();
        assertThat(dictionary == null).isEqualTo(ofOwn == null);
        if (dictionary != null && ofOwn != null) {
            assertThat(all(dictionary.getBytes())).isEqualTo(all(ofOwn.getBytes()));
            assertThat(dictionary.getDictionarySize()).isEqualTo(ofOwn.getDictionarySize());
            assertThat(dictionary.getEncoding()).isEqualTo(ofOwn.getEncoding());
        }
        writer.close();
        own.close();
    }

    private static ValuesWriter plain() {
        return new DeltaByteArrayWriter(1_000, 1_000_000, HEAP);
    }

    /** Each twice, as readers make some anew. */
    private static List<Binary> texts(int different) {
        List<Binary> texts = new ArrayList<>();
        for (int i = 0; i < different; i++) {
            texts.add(Binary.fromString("a text " + i / 2));
        }
        return texts;
    }

    private static byte[] all(BytesInput input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        input.writeAllTo(bytes);
        return bytes.toByteArray();
    }
}
