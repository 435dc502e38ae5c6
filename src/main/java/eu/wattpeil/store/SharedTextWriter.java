package eu.wattpeil.store;

import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Writes texts by a dictionary, and knows the ones it has just seen by their identity: readers hand
 * the same {@link Text} over row after row, and comparing bytes for each of them costs more than
 * everything else in a narrow row.
 */
final class SharedTextWriter extends PlainBinaryDictionaryValuesWriter {

    private static final int SLOTS = 1 << 10;

    private final Binary[] known = new Binary[SLOTS];
    private final int[] ids = new int[SLOTS];

    SharedTextWriter(int maxDictionaryBytes, ByteBufferAllocator allocator) {
        super(maxDictionaryBytes, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator);
    }

    @Override
    public void writeBytes(Binary text) {
        int slot = System.identityHashCode(text) & (SLOTS - 1);
        if (known[slot] != text) {
            super.writeBytes(text);
            known[slot] = text;
            ids[slot] = binaryDictionaryContent.getInt(text);
            return;
        }
        encodedValues.add(ids[slot]);
    }

    @Override
    protected void clearDictionaryContent() {
        super.clearDictionaryContent();
        Arrays.fill(known, null);
    }
}
