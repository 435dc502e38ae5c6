package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.bytes.Outline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final int MANY = 9_000_000;

    @Test
    void isThatOfAllBytesHoweverManyTheyAreAndHoweverTheyCome() throws Exception {
        byte[] all = new byte[MANY];
        new Random(1).nextBytes(all);
        for (int length : new int[] {0, 1, 100_000, 1 << 22, (1 << 22) + 1, 5_000_000, MANY}) {
            InputStream in = new SlowStream(new ByteArrayInputStream(all, 0, length));
            Outline.Taken taken = new Outline.Taken();
            Digest digest = Digest.of(in, taken);

            assertThat(digest.bytes()).isEqualTo(length);
            assertThat(digest.sha256()).isEqualTo(sha256(Arrays.copyOf(all, length)));
            Outline outline = taken.outline();
            assertThat(outline.blocks())
                    .isEqualTo((length + Outline.BLOCK_BYTES - 1) / Outline.BLOCK_BYTES);
            for (int block = 0; block < outline.blocks(); block++) {
                int from = block * Outline.BLOCK_BYTES;
                assertThat(outline.isBlock(block, all, from, outline.length(block))).isTrue();
            }
        }
    }

    @Test
    void failsAsTheStreamDoes() {
        InputStream in =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[MANY]), new BrokenStream());

        assertThatThrownBy(() -> Digest.of(in)).isInstanceOf(IOException.class).hasMessage("gone");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Gives some bytes at a time, never the same number. */
    private static final class SlowStream extends InputStream {

        private final InputStream in;
        private final Random random = new Random(2);

        SlowStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, 1 + random.nextInt(length));
        }
    }

    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }
    }
}
