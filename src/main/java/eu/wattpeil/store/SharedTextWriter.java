package eu.wattpeil.store;

import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts by a dictionary, and knows the ones it has just seen by their identity: readers hand
 * the same {@link Text} over row after row, and comparing bytes for each of them costs more than
 * everything else in a narrow row.
 */
final class SharedTextWriter extends PlainBinaryDictionaryValuesWriter {

    private static final int FIRST_SLOTS = 1 << 10;

    /** Beyond, what was seen is forgotten: texts that are made for each row come only once. */
    private static final int MAX_SLOTS = 1 << 18;

    private Binary[] known = new Binary[FIRST_SLOTS];
    private int[] ids = new int[FIRST_SLOTS];
    private int seen;
    private @Nullable Binary last;
    private int lastId;

    SharedTextWriter(int maxDictionaryBytes, ByteBufferAllocator allocator) {
        super(maxDictionaryBytes, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator);
    }

    @Override
    public void writeBytes(Binary text) {
        if (text != last) {
            lastId = id(text);
            last = text;
        }
        encodedValues.add(lastId);
    }

    private int id(Binary text) {
        int slot = slot(text);
        if (known[slot] == text) {
            return ids[slot];
        }
        int id = binaryDictionaryContent.getInt(text);
        if (id < 0) {
            id = binaryDictionaryContent.size();
            binaryDictionaryContent.put(text, id);
            dictionaryByteSize += Integer.BYTES + text.length();
        }
        if (++seen > known.length / 2) {
            grow();
            slot = slot(text);
        }
        known[slot] = text;
        ids[slot] = id;
        return id;
    }

    /** Where the text is, or would be. */
    private int slot(Binary text) {
        int slot = System.identityHashCode(text) & known.length - 1;
        while (known[slot] != null && known[slot] != text) {
            slot = slot + 1 & known.length - 1;
        }
        return slot;
    }

    private void grow() {
        Binary[] before = known;
        int[] idsBefore = ids;
        int slots = Math.min(before.length * 2, MAX_SLOTS);
        known = new Binary[slots];
        ids = new int[slots];
        seen = 1;
        if (before.length == slots) {
            return;
        }
        for (int i = 0; i < before.length; i++) {
            if (before[i] != null) {
                int slot = slot(before[i]);
                known[slot] = before[i];
                ids[slot] = idsBefore[i];
                seen++;
            }
        }
    }

    @Override
    protected void clearDictionaryContent() {
        super.clearDictionaryContent();
        Arrays.fill(known, null);
        seen = 0;
        last = null;
    }
}
