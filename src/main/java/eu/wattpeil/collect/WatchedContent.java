package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.collect.bytes.Outline;
import eu.wattpeil.collect.bytes.ReadingAhead;
import eu.wattpeil.collect.bytes.Stretches;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a document while it is read: what is read is compared on the way with what was
 * found, so that it can be told afterwards whether it was what the document's fingerprint says.
 *
 * <p>Where an outline of the bytes was taken with the fingerprint, each block is held against it
 * before any of it is given, whoever reads what; otherwise the bytes are digested once more.
 *
 * <p>Never gives more bytes than the document had when it was found.
 */
final class WatchedContent implements Content {

    /** How what was read compares with what was found. */
    enum State {
        /** The same bytes. */
        SAME,
        /** The same bytes, and by now there are more. */
        GROWN,
        /** Other bytes. */
        OTHER
    }

    private final Document document;
    private @Nullable CheckedBlocks blocks;
    private volatile @Nullable DigestedStream last;

    WatchedContent(Document document) {
        this.document = document;
        blocks = document.content().knownOutline().map(this::checked).orElse(null);
    }

    /** The document with this as its content. */
    Document watched() {
        return new Document(document.name(), document.bytes(), document.sha256(), this);
    }

    @Override
    public synchronized InputStream open() throws IOException {
        if (blocks != null) {
            return blocks.open();
        }
        DigestedStream stream = new DigestedStream(opened(document));
        last = stream;
        return stream;
    }

    /** The bytes of a document; those of a large one that is packed are unpacked ahead. */
    static InputStream opened(Document document) throws IOException {
        boolean isLarge = document.bytes() > Stretches.BYTES;
        InputStream all = document.open();
        return isLarge && document.content().stretch().isEmpty() ? new ReadingAhead(all) : all;
    }

    @Override
    public Optional<Stretch> stretch() {
        return document.content()
                .stretch()
                .map(stretch -> (from, to) -> blocks().open(stretch, from, to));
    }

    @Override
    public Outline outline() throws IOException {
        return blocks().outline();
    }

    @Override
    public Optional<String> damage() {
        return document.content().damage();
    }

    @Override
    public Optional<String> givenName() throws IOException {
        return document.content().givenName();
    }

    @Override
    public List<Document> anew() throws IOException {
        return document.content().anew();
    }

    /** Asked when all is read. What nobody read is read now, so that all was looked at. */
    synchronized State state() throws IOException {
        if (damage().isPresent()) {
            return State.SAME;
        }
        if (blocks != null) {
            return blocks.state();
        }
        DigestedStream stream = last;
        if (stream != null && stream.state != null) {
            return stream.state;
        }
        try (DigestedStream whole = new DigestedStream(document.open())) {
            whole.transferTo(OutputStream.nullOutputStream());
            return whole.state == null ? State.OTHER : whole.state;
        }
    }

    /** Where the fingerprint was remembered, the outline is taken now, of bytes that have it. */
    private synchronized CheckedBlocks blocks() throws IOException {
        CheckedBlocks known = blocks;
        if (known != null) {
            return known;
        }
        Outline.Taken taken = new Outline.Taken();
        Digest digest;
        try (InputStream in = new ByteRange(document.open(), document.bytes())) {
            digest = Digest.of(in, taken);
        }
        CheckedBlocks made = checked(taken.outline());
        if (!digest.sha256().equals(document.sha256())) {
            made.isOther();
        }
        blocks = made;
        return made;
    }

    private CheckedBlocks checked(Outline outline) {
        return new CheckedBlocks(document, outline);
    }

    private final class DigestedStream extends InputStream {

        private final InputStream in;
        private final MessageDigest digest = Digest.start();
        private long left = document.bytes();
        private volatile @Nullable State state;

        private DigestedStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                end();
                return -1;
            }
            int read = in.read(target, offset, (int) Math.min(length, left));
            if (read < 0) {
                state = State.OTHER;
                return -1;
            }
            digest.update(target, offset, read);
            left -= read;
            if (left == 0) {
                end();
            }
            return read;
        }

        private void end() throws IOException {
            if (state != null) {
                return;
            }
            boolean isSame = Digest.hex(digest).equals(document.sha256());
            boolean hasMore = in.read() >= 0;
            state = !isSame ? State.OTHER : hasMore ? State.GROWN : State.SAME;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
