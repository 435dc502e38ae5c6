package eu.wattpeil.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a document while it is read: what is read is digested on the way, so that it can
 * be told afterwards whether it was what the document's fingerprint says.
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
    private volatile boolean isCut;
    private volatile @Nullable DigestedStream last;

    WatchedContent(Document document) {
        this.document = document;
    }

    /** The document with this as its content. */
    Document watched() {
        return new Document(document.name(), document.bytes(), document.sha256(), this);
    }

    @Override
    public InputStream open() throws IOException {
        DigestedStream stream = new DigestedStream(document.open());
        last = stream;
        return stream;
    }

    @Override
    public Optional<Stretch> stretch() {
        Optional<Stretch> stretch = document.content().stretch();
        isCut = isCut || stretch.isPresent();
        return stretch;
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

    /**
     * Asked when all is read. What was not read from its start to its end by one reader is read
     * once more, after the others, so that it shows what changed before.
     */
    State state() throws IOException {
        if (damage().isPresent()) {
            return State.SAME;
        }
        DigestedStream stream = last;
        if (!isCut && stream != null && stream.state != null) {
            return stream.state;
        }
        try (DigestedStream whole = new DigestedStream(document.open())) {
            whole.transferTo(OutputStream.nullOutputStream());
            return whole.state == null ? State.OTHER : whole.state;
        }
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
