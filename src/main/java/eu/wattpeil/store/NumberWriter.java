package eu.wattpeil.store;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the numbers of one column of a series as what they are. Times and lines go on evenly, and
 * are written by their differences. Of what is measured there may be few, such as the power of a
 * machine with one decimal, which take a dictionary, or it goes on and on, as registers do. Which
 * it is, the first page tells: the way that takes least once it is compressed. A dictionary that
 * grows too large is left for differences.
 */
final class NumberWriter extends ValuesWriter {

    /** More different numbers hardly repeat, and their places take as much as differences. */
    private static final int MOST_PLACES = 1 << 14;

    private static final int FIRST_ROWS = 1 << 10;

    private long[] page = new long[FIRST_ROWS];
    private int rows;

    /** Of the last page that was written by differences, and was not the first. */
    private final PageBytes packed = new PageBytes();

    private Encoding encoding = Encoding.DELTA_BINARY_PACKED;

    /** Null before the first page of what is measured. */
    private @Nullable DeltaPacking differences;

    /** Null where there is none, or none for further pages. */
    private @Nullable NumberDictionary dictionary;

    /** What pages were written by; null where none was. */
    private @Nullable NumberDictionary used;

    /** So many of its numbers stand in pages. */
    private int usedSize;

    private NumberWriter(@Nullable DeltaPacking differences) {
        this.differences = differences;
    }

    /** For what goes on evenly. */
    static NumberWriter ofSteps() {
        return new NumberWriter(DeltaPacking.TIGHT);
    }

    /** For what is measured. */
    static NumberWriter ofMeasured() {
        return new NumberWriter(null);
    }

    /** Adds some numbers of an array. */
    void write(long[] numbers, int from, int count) {
        if (rows + count > page.length) {
            page = Arrays.copyOf(page, Math.max(2 * page.length, rows + count));
        }
        System.arraycopy(numbers, from, page, rows, count);
        rows += count;
    }

    @Override
    public void writeLong(long number) {
        if (rows == page.length) {
            page = Arrays.copyOf(page, 2 * rows);
        }
        page[rows++] = number;
    }

    @Override
    public BytesInput getBytes() {
        if (rows == 0) {
            // Of a page without a value nothing can be learned.
            return byDifferences(DeltaPacking.TIGHT.pack(page, rows));
        }
        DeltaPacking packing = differences;
        return packing == null ? chosen() : next(packing);
    }

    /** The first page in the way that takes least. */
    private BytesInput chosen() {
        byte[] tight = DeltaPacking.TIGHT.pack(page, rows);
        byte[] aligned = DeltaPacking.ALIGNED.pack(page, rows);
        boolean isAligned = compressed(aligned) < compressed(tight);
        differences = isAligned ? DeltaPacking.ALIGNED : DeltaPacking.TIGHT;
        byte[] least = isAligned ? aligned : tight;
        NumberDictionary tried = new NumberDictionary();
        byte[] places = places(tried);
        if (places.length > 0
                && compressed(places) + compressed(tried.plain(tried.size())) < compressed(least)) {
            dictionary = tried;
            return byDictionary(places, tried);
        }
        return byDifferences(least);
    }

    private BytesInput next(DeltaPacking packing) {
        NumberDictionary known = dictionary;
        if (known != null) {
            byte[] places = places(known);
            if (places.length > 0) {
                return byDictionary(places, known);
            }
            dictionary = null;
        }
        encoding = Encoding.DELTA_BINARY_PACKED;
        packing.pack(page, rows, packed);
        return packed.input();
    }

    private BytesInput byDictionary(byte[] places, NumberDictionary known) {
        encoding = Encoding.RLE_DICTIONARY;
        used = known;
        usedSize = known.size();
        return BytesInput.from(places);
    }

    private BytesInput byDifferences(byte[] packed) {
        encoding = Encoding.DELTA_BINARY_PACKED;
        return BytesInput.from(packed);
    }

    /** The places of the page's numbers in a dictionary; empty where it grows too large. */
    private byte[] places(NumberDictionary known) {
        int[] places = new int[rows];
        int last = 0;
        for (int row = 0; row < rows; row++) {
            places[row] = known.place(page[row]);
            last = Math.max(last, places[row]);
            if (last >= MOST_PLACES) {
                return new byte[0];
            }
        }
        int width = BytesUtils.getWidthFromMaxInt(last);
        PageBytes bytes = new PageBytes();
        bytes.add(width);
        RunEncoder encoder = new RunEncoder(width, bytes);
        for (int place : places) {
            encoder.add(place, 1);
        }
        encoder.finish();
        return bytes.copy();
    }

    private static int compressed(byte[] bytes) {
        return Zstd.compress(bytes, PageCodecs.LEVEL).length;
    }

    @Override
    public Encoding getEncoding() {
        return encoding;
    }

    @Override
    public long getBufferedSize() {
        return (long) rows * Long.BYTES;
    }

    @Override
    public long getAllocatedSize() {
        return (long) page.length * Long.BYTES;
    }

    @Override
    public void reset() {
        rows = 0;
    }

    @Override
    public @Nullable DictionaryPage toDictPageAndClose() {
        NumberDictionary known = used;
        return known == null
                ? null
                : new DictionaryPage(
                        BytesInput.from(known.plain(usedSize)), usedSize, Encoding.PLAIN);
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + rows + " numbers";
    }
}
