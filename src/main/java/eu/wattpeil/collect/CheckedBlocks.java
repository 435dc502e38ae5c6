package eu.wattpeil.collect;

import eu.wattpeil.collect.WatchedContent.State;
import eu.wattpeil.collect.bytes.Outline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.Optional;

/**
 * The bytes of a document, block by block: each is held against the outline of what was found
 * before it is given. Where one is another, the bytes end.
 */
final class CheckedBlocks {

    private final Document document;
    private final Outline outline;
    private final BitSet same = new BitSet();
    private boolean isOther;
    private boolean hasGrown;

    /**
     * @param outline of the bytes that the document was found with
     */
    CheckedBlocks(Document document, Outline outline) {
        this.document = document;
        this.outline = outline;
    }

    Outline outline() {
        return outline;
    }

    /** The bytes from the start; the caller closes. */
    InputStream open() throws IOException {
        return new Blocks(WatchedContent.opened(document), 0, document.bytes());
    }

    /** The bytes from one place to before another; the caller closes. */
    InputStream open(Content.Stretch stretch, long from, long to) throws IOException {
        int block = (int) (from / Outline.BLOCK_BYTES);
        long start = (long) block * Outline.BLOCK_BYTES;
        Blocks blocks = new Blocks(stretch.open(start, document.bytes() + 1), block, to);
        try {
            blocks.skipNBytes(from - start);
            return blocks;
        } catch (EOFException cut) {
            return blocks;
        } catch (IOException unreadable) {
            blocks.close();
            throw unreadable;
        }
    }

    /** The bytes are not those that were found, whatever their blocks are. */
    synchronized void isOther() {
        isOther = true;
    }

    /** How what was read compares with what was found; what nobody read is read now. */
    State state() throws IOException {
        Optional<Content.Stretch> stretch = document.content().stretch();
        int unread = unread();
        while (unread >= 0) {
            long from = (long) unread * Outline.BLOCK_BYTES;
            try (InputStream in =
                    stretch.isPresent()
                            ? open(stretch.get(), from, from + Outline.BLOCK_BYTES)
                            : open()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            unread = unread();
        }
        if (stretch.isPresent()) {
            lookBeyond(stretch.get());
        }
        boolean looksAsFound = document.content().looksAsFound();
        synchronized (this) {
            if (isOther) {
                return State.OTHER;
            }
            return hasGrown ? State.GROWN : looksAsFound ? State.SAME : State.OTHER;
        }
    }

    /** A block that nobody has read; -1 where all were, or one is another. */
    private synchronized int unread() {
        int next = same.nextClearBit(0);
        return isOther || next >= outline.blocks() ? -1 : next;
    }

    private void lookBeyond(Content.Stretch stretch) throws IOException {
        long bytes = document.bytes();
        try (InputStream in = stretch.open(bytes, bytes + 1)) {
            beyond(in);
        }
    }

    private void beyond(InputStream in) throws IOException {
        if (in.read() >= 0) {
            synchronized (this) {
                hasGrown = true;
            }
        }
    }

    private synchronized void note(int block, boolean isSame) {
        if (isSame) {
            same.set(block);
        } else {
            isOther = true;
        }
    }

    /** The bytes from the start of a block. */
    private final class Blocks extends InputStream {

        private final InputStream in;
        private final byte[] block = new byte[Outline.BLOCK_BYTES];
        private int next;
        private long left;
        private int from;
        private int to;

        /**
         * @param end the byte of the document after the last one that is given
         */
        Blocks(InputStream in, int first, long end) {
            this.in = in;
            next = first;
            left = Math.min(end, document.bytes()) - (long) first * Outline.BLOCK_BYTES;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            if (from == to) {
                boolean isWhole = length >= outline.length(next) && left >= outline.length(next);
                int read = isWhole ? fill(target, offset) : fill(block, 0);
                if (isWhole || read < 0) {
                    left -= read;
                    return read;
                }
                from = 0;
                to = read;
            }
            int given = (int) Math.min(Math.min(length, to - from), left);
            System.arraycopy(block, from, target, offset, given);
            from += given;
            left -= given;
            return given;
        }

        /** Reads the next block; gives its length, or -1 where it is another. */
        private int fill(byte[] target, int offset) throws IOException {
            int length = in.readNBytes(target, offset, outline.length(next));
            boolean isSame = outline.isBlock(next, target, offset, length);
            note(next, isSame);
            next++;
            if (!isSame) {
                left = 0;
                return -1;
            }
            if (next == outline.blocks()) {
                beyond(in);
            }
            return length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
