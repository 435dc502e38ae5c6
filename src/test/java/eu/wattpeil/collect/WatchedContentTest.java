package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.WatchedContent.State;
import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.collect.bytes.Outline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedContentTest {

    private static final int BYTES = 3 * Outline.BLOCK_BYTES + 1234;

    private final byte[] found = new byte[BYTES];
    private byte[] now = found;
    private boolean looksAsFound = true;

    @BeforeEach
    void fill() {
        new Random(7).nextBytes(found);
        now = found.clone();
    }

    @Test
    void stretchesGiveTheBytesOfTheirPlaces() throws IOException {
        WatchedContent content = watched(true, true);
        Random places = new Random(8);
        for (int i = 0; i < 200; i++) {
            int from = places.nextInt(BYTES);
            int to = from + places.nextInt(BYTES - from + 1);
            try (InputStream in = content.stretch().orElseThrow().open(from, to)) {
                byte[] first = in.readNBytes(places.nextInt(100_000));
                byte[] rest = in.readAllBytes();
                assertThat(first).isEqualTo(Arrays.copyOfRange(found, from, from + first.length));
                assertThat(rest).isEqualTo(Arrays.copyOfRange(found, from + first.length, to));
            }
        }
        assertThat(content.state()).isEqualTo(State.SAME);
    }

    @Test
    void anyChangedByteIsTold() throws IOException {
        for (boolean isKnown : new boolean[] {true, false}) {
            for (boolean isPlain : new boolean[] {true, false}) {
                for (int place : new int[] {0, Outline.BLOCK_BYTES, BYTES / 2, BYTES - 1}) {
                    fill();
                    now[place] ^= 1;
                    WatchedContent content = watched(isKnown, isPlain);
                    drain(content.open());

                    assertThat(content.state()).as(isKnown + " " + place).isEqualTo(State.OTHER);
                }
            }
        }
    }

    @Test
    void whatNobodyReadIsLookedAtBeforeTheEnd() throws IOException {
        now[BYTES - 1] ^= 1;
        WatchedContent content = watched(true, true);
        drain(content.stretch().orElseThrow().open(0, Outline.BLOCK_BYTES));

        assertThat(content.state()).isEqualTo(State.OTHER);
    }

    @Test
    void aByteThatChangesBetweenTheOutlineAndItsReadingIsTold() throws IOException {
        WatchedContent content = watched(false, true);
        content.outline();
        now[Outline.BLOCK_BYTES + 5] ^= 1;
        drain(content.stretch().orElseThrow().open(0, BYTES));

        assertThat(content.state()).isEqualTo(State.OTHER);
    }

    @Test
    void aRememberedFingerprintOfOtherBytesIsTold() throws IOException {
        now[5] ^= 1;
        WatchedContent content = watched(false, true);
        content.outline();
        drain(content.stretch().orElseThrow().open(0, BYTES));

        assertThat(content.state()).isEqualTo(State.OTHER);
    }

    @Test
    void aCutFileIsAnotherAndALongerOneHasGrown() throws IOException {
        for (boolean isKnown : new boolean[] {true, false}) {
            for (boolean isPlain : new boolean[] {true, false}) {
                now = Arrays.copyOf(found, BYTES - 1);
                WatchedContent cut = watched(isKnown, isPlain);
                drain(cut.open());
                assertThat(cut.state()).isEqualTo(State.OTHER);

                now = Arrays.copyOf(found, BYTES + 1);
                WatchedContent grown = watched(isKnown, isPlain);
                assertThat(drain(grown.open())).isEqualTo(BYTES);
                assertThat(grown.state()).isEqualTo(State.GROWN);
            }
        }
    }

    @Test
    void aFileThatLooksOtherAtTheEndIsAnother() throws IOException {
        WatchedContent content = watched(true, true);
        drain(content.stretch().orElseThrow().open(0, BYTES));
        looksAsFound = false;

        assertThat(content.state()).isEqualTo(State.OTHER);
    }

    @Test
    void aFileThatIsWholeBlocksLongIsReadToItsEnd() throws IOException {
        byte[] whole = Arrays.copyOf(found, 2 * Outline.BLOCK_BYTES);
        now = whole;
        WatchedContent content = new WatchedContent(document(whole, true, true));

        assertThat(drain(content.open())).isEqualTo(whole.length);
        assertThat(content.state()).isEqualTo(State.SAME);
    }

    private static long drain(InputStream in) throws IOException {
        try (in) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private WatchedContent watched(boolean isKnown, boolean isPlain) throws IOException {
        return new WatchedContent(document(found, isKnown, isPlain));
    }

    /** A document that was found with these bytes and by now has those of {@link #now}. */
    private Document document(byte[] bytes, boolean isKnown, boolean isPlain) throws IOException {
        Outline outline = Outline.of(new ByteArrayInputStream(bytes));
        Digest digest = Digest.of(new ByteArrayInputStream(bytes));
        Content content =
                new Content() {
                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(now);
                    }

                    @Override
                    public Optional<Stretch> stretch() {
                        return isPlain ? Optional.of(this::open) : Optional.empty();
                    }

                    private InputStream open(long from, long to) {
                        int start = (int) Math.min(from, now.length);
                        return new ByteRange(
                                new ByteArrayInputStream(now, start, now.length - start),
                                to - from);
                    }

                    @Override
                    public boolean looksAsFound() {
                        return looksAsFound;
                    }

                    @Override
                    public Optional<Outline> knownOutline() {
                        return isKnown ? Optional.of(outline) : Optional.empty();
                    }
                };
        return new Document("inbox/a.csv", digest.bytes(), digest.sha256(), content);
    }
}
