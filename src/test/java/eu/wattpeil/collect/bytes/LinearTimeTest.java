package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading takes a time in proportion to the bytes, whatever they are. */
class LinearTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Four times the bytes may take four times as long; the rest is for a busy machine. */
    private static final double MOST_TIMES_LONGER = 10;

    private static final int ROUNDS = 15;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\";\"\n",
                "\";\"\n",
                "\"\n",
                "a;\"b\n",
                "a;  \"b\n",
                "\"a\"\"\n",
                "\"a\";\"b\"c;\"\n",
                "\"\r",
                "    \n",
                ";;;;;;;;\n",
                "\"a\"\"b\";c\n",
            })
    void oddQuotesAreReadAsFastAsAnything(String row) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    byte[] once = repeated(row, 200_000);
                    byte[] fourTimes = repeated(row, 800_000);
                    long onceNanos = Long.MAX_VALUE;
                    long fourTimesNanos = Long.MAX_VALUE;
                    for (int round = 0; round < ROUNDS; round++) {
                        onceNanos = Math.min(onceNanos, nanos(once));
                        fourTimesNanos = Math.min(fourTimesNanos, nanos(fourTimes));
                    }

                    assertThat((double) fourTimesNanos / onceNanos)
                            .as("times longer for four times the rows")
                            .isLessThan(MOST_TIMES_LONGER);
                });
    }

    @Test
    void aLineOfAGigabyteIsOneBrokenRowAndReadingGoesOn() {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    try (DelimitedText text = new DelimitedText(longLine(1L << 30), ';', 1)) {
                        assertThat(text.next()).isTrue();
                        assertThat(text.isBroken()).isTrue();
                        assertThat(text.fields()).isZero();
                        assertThat(text.bytes().length).isLessThan(4 * DelimitedText.MAX_ROW_BYTES);
                        assertThat(text.next()).isTrue();
                        assertThat(text.line()).isEqualTo(2);
                        assertThat(text.text(1, StandardCharsets.UTF_8)).isEqualTo("good");
                        assertThat(text.next()).isFalse();
                    }
                });
    }

    private static byte[] repeated(String row, int bytes) {
        return row.repeat(bytes / row.length()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Of the processor: a clock on the wall would time whatever else the machine does. */
    private static long nanos(byte[] bytes) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        try (DelimitedText text = new DelimitedText(new ByteArrayInputStream(bytes), ';', 1)) {
            while (text.next()) {
                assert text.line() > 0;
            }
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** So many letters, then a line of two fields. */
    private static InputStream longLine(long letters) {
        byte[] rest = "\r\nthe;good\r\n".getBytes(StandardCharsets.US_ASCII);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read many at once");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at < letters) {
                    int count = (int) Math.min(length, letters - at);
                    Arrays.fill(target, offset, offset + count, (byte) 'x');
                    at += count;
                    return count;
                }
                int from = (int) (at - letters);
                int count = Math.min(length, rest.length - from);
                System.arraycopy(rest, from, target, offset, count);
                at += count;
                return count > 0 ? count : -1;
            }
        };
    }
}
