package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadingAheadTest {

    private static final int BUFFER_BYTES = 1 << 17;

    private final AtomicBoolean isClosed = new AtomicBoolean();

    @Test
    void givesTheSameBytesHoweverTheyAreAskedFor() throws IOException {
        Random amounts = new Random(5);
        for (int length : new int[] {0, 1, BUFFER_BYTES, 9 * BUFFER_BYTES, 1_000_001}) {
            byte[] bytes = bytes(length);
            ByteArrayOutputStream given = new ByteArrayOutputStream();
            try (InputStream in = new ReadingAhead(stream(bytes))) {
                byte[] target = new byte[300_000];
                int read = 0;
                while (read >= 0) {
                    given.write(target, 0, read);
                    read = in.read(target, 0, 1 + amounts.nextInt(target.length));
                }
                assertThat(in.read()).isEqualTo(-1);
            }
            assertThat(given.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void tellsAFailureAsOftenAsItIsAsked() throws IOException {
        IOException failure = new EOFException("cut off");
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw failure;
                    }
                };
        try (InputStream in =
                new ReadingAhead(
                        new SequenceInputStream(stream(bytes(3 * BUFFER_BYTES)), failing))) {
            assertThat(in.readNBytes(3 * BUFFER_BYTES)).hasSize(3 * BUFFER_BYTES);
            assertThatThrownBy(in::read).isSameAs(failure);
            assertThatThrownBy(in::read).isSameAs(failure);
        }
    }

    @Test
    void closesTheStreamWhereSomeOfItIsLeft() throws IOException {
        try (InputStream in = new ReadingAhead(stream(bytes(20 * BUFFER_BYTES)))) {
            assertThat(in.readNBytes(100)).hasSize(100);
        }

        assertThat(isClosed).isTrue();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                isClosed.set(true);
            }
        };
    }
}
