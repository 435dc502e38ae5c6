package eu.wattpeil.collect.bytes;

import eu.wattpeil.store.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one {@link Text} for each different text of a column. Not for several threads. */
public final class TextPool {

    /** Beyond these numbers new texts are made per row, so that the heap stays flat. */
    private static final int MAX_TEXTS = 200_000;

    private static final long MAX_BYTES = 16L << 20;

    private final Charset charset;
    private final ByteTable table = new ByteTable();
    private final List<Text> texts = new ArrayList<>();
    private long pooledBytes;

    /** A pool for bytes of a charset. */
    public TextPool(Charset charset) {
        this.charset = charset;
    }

    /**
     * The text of these bytes; null where they are no text: not of the charset, or with a NUL or
     * U+FFFD in it, which stand for what was lost before.
     */
    public @Nullable Text text(byte[] bytes, int from, int to) {
        int found = table.find(bytes, from, to);
        if (found >= 0) {
            return texts.get(found);
        }
        Text text = decode(bytes, from, to);
        if (text != null && table.size() < MAX_TEXTS && pooledBytes + to - from <= MAX_BYTES) {
            pooledBytes += to - from;
            table.add(bytes, from, to);
            texts.add(text);
        }
        return text;
    }

    private @Nullable Text decode(byte[] bytes, int from, int to) {
        try {
            String text =
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
            return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0 ? null : Text.of(text);
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
