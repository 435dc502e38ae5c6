package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunEncoderTest {

    private static final int RUNS = 500;
    private static final int PAGES = 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 14, 17, 31})
    void makesTheBytesOfParquetsOwn(int width) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PageBytes bytes = new PageBytes();
        RunEncoder encoder = new RunEncoder(width, bytes);
        for (int page = 0; page < PAGES; page++) {
            // From pages of hardly any repetition to those of long runs only.
            int longest = 1 + random.nextInt(1 + page);
            bytes.clear();
            try (RunLengthBitPackingHybridEncoder own =
                    new RunLengthBitPackingHybridEncoder(
                            width, 1_000, 100_000, new HeapByteBufferAllocator())) {
                for (int run = 0; run < page * RUNS / PAGES; run++) {
                    int number = random.nextInt() >>> 1 & (int) ((1L << width) - 1);
                    int value = random.nextBoolean() ? number & 1 : number;
                    int count = 1 + random.nextInt(longest) + (random.nextInt(50) == 0 ? 1_000 : 0);
                    encoder.add(value, count);
                    for (int i = 0; i < count; i++) {
                        own.writeInt(value);
                    }
                }

                assertThat(all(encoder.finish()))
                        .as("seed %d, page %d", seed, page)
                        .isEqualTo(all(own.toBytes()));
            }
        }
    }

    private static byte[] all(BytesInput input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        input.writeAllTo(bytes);
        return bytes.toByteArray();
    }
}
