package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeltaPackingTest {

    private static final int BLOCK = 128;
    private static final int MINIBLOCKS = 4;

    @ParameterizedTest
    @EnumSource
    void isWhatParquetReads(DeltaPacking packing) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int count = 1; count < 3 * BLOCK; count++) {
            int bits = random.nextInt(Long.SIZE);
            long[] numbers = random.longs(count).map(it -> it >> bits).toArray();

            assertThat(read(packing.pack(numbers, count), count))
                    .as("seed %d, %d numbers", seed, count)
                    .isEqualTo(numbers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheLeastAndTheMostBesideEachOther(DeltaPacking packing) throws IOException {
        long[] numbers = {Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MAX_VALUE, Long.MIN_VALUE, -1};

        assertThat(read(packing.pack(numbers, numbers.length), numbers.length)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @EnumSource
    void packsNoMoreThanItIsTold(DeltaPacking packing) throws IOException {
        long[] numbers = {1, 2, 3, 4};

        assertThat(read(packing.pack(numbers, 2), 2)).containsExactly(1, 2);
    }

    /** Blocks that are full leave no padding in which programs may differ. */
    @ParameterizedTest
    @EnumSource(names = "TIGHT")
    void isTightAsParquetsOwnWriterIs(DeltaPacking packing) throws IOException {
        long[] numbers = LongStream.range(0, 2 * BLOCK + 1).map(it -> it * it % 977).toArray();
        try (DeltaBinaryPackingValuesWriterForLong writer =
                new DeltaBinaryPackingValuesWriterForLong(
                        BLOCK, MINIBLOCKS, 1_000, 100_000, new HeapByteBufferAllocator())) {
            Arrays.stream(numbers).forEach(writer::writeLong);

            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.getBytes().writeAllTo(bytes);
            assertThat(packing.pack(numbers, numbers.length)).isEqualTo(bytes.toByteArray());
        }
    }

    /** One register after the other, each from zero: every seventh block has a step back. */
    @ParameterizedTest
    @EnumSource
    void aStepBackMakesButItsOwnMiniblockWide(DeltaPacking packing) throws IOException {
        int count = 70 * BLOCK;
        long[] going = LongStream.range(0, count).map(it -> it * 1_000 + it % 3).toArray();
        long[] stepping = LongStream.range(0, count).map(it -> going[(int) it % 900]).toArray();

        byte[] packed = packing.pack(stepping, count);

        assertThat(read(packed, count)).isEqualTo(stepping);
        int wide = BLOCK / MINIBLOCKS * Long.BYTES;
        assertThat(packed.length)
                .isLessThan(packing.pack(going, count).length + count / 900 * (wide + 8));
    }

    private static long[] read(byte[] packed, int count) throws IOException {
        DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
        reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(packed)));
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = reader.readLong();
        }
        return numbers;
    }
}
