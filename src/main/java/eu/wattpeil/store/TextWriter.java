package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts by a dictionary, and as they are where they repeat too little for one: in the first
 * page, or once the dictionary is full.
 *
 * <p>Texts come in runs, a whole column as one of them where a document says nothing else. It knows
 * the ones it has just seen by their identity: readers hand the same {@link Text} over row after
 * row. The bytes are those of parquet-java's own writers.
 */
final class TextWriter extends ValuesWriter {

    private static final int FIRST_RUNS = 1 << 8;
    private static final int FIRST_SLOTS = 1 << 10;

    /** Beyond, what was seen is forgotten: texts that are made for each row come only once. */
    private static final int MAX_SLOTS = 1 << 18;

    private final int maxDictionaryBytes;
    private final Supplier<ValuesWriter> plain;
    private final PageBytes bytes = new PageBytes();

    /** In order of their numbers. */
    private final List<Binary> texts = new ArrayList<>();

    private final Map<Binary, Integer> numbers = new HashMap<>();
    private int dictionaryBytes;

    /** So many of the texts stand in pages. */
    private int usedTexts;

    /** Each text as it was seen last, by its identity, and its number. */
    private Binary[] known = new Binary[FIRST_SLOTS];

    private int[] knownNumbers = new int[FIRST_SLOTS];
    private int seen;

    /** The runs of the page: the number of each text, and how often it comes. */
    private int[] runs = new int[FIRST_RUNS];

    private int[] lengths = new int[FIRST_RUNS];
    private int size;
    private long rawBytes;
    private boolean isFirstPage = true;

    /** Writes texts as they are; null as long as there is a dictionary. */
    private @Nullable ValuesWriter fallback;

    /**
     * @param plain makes a writer of texts as they are
     */
    TextWriter(int maxDictionaryBytes, Supplier<ValuesWriter> plain) {
        this.maxDictionaryBytes = maxDictionaryBytes;
        this.plain = plain;
    }

    /** Adds a text so many times, at least once. */
    void write(Binary text, int count) {
        rawBytes += (long) count * (Integer.BYTES + text.length());
        ValuesWriter writer = fallback;
        if (writer != null) {
            write(writer, text, count);
            return;
        }
        addRun(number(text), count);
        if (dictionaryBytes > maxDictionaryBytes) {
            leaveDictionary();
        }
    }

    private static void write(ValuesWriter writer, Binary text, int count) {
        for (int i = 0; i < count; i++) {
            writer.writeBytes(text);
        }
    }

    private void addRun(int number, int count) {
        if (size > 0 && runs[size - 1] == number) {
            lengths[size - 1] += count;
            return;
        }
        if (size == runs.length) {
            runs = Arrays.copyOf(runs, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        runs[size] = number;
        lengths[size++] = count;
    }

    private int number(Binary text) {
        int slot = slot(text);
        if (known[slot] == text) {
            return knownNumbers[slot];
        }
        Integer before = numbers.putIfAbsent(text, texts.size());
        int number = before == null ? texts.size() : before;
        if (before == null) {
            texts.add(text);
            dictionaryBytes += Integer.BYTES + text.length();
        }
        if (++seen > known.length / 2) {
            grow();
            slot = slot(text);
        }
        known[slot] = text;
        knownNumbers[slot] = number;
        return number;
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
        int[] numbersBefore = knownNumbers;
        int slots = Math.min(before.length * 2, MAX_SLOTS);
        known = new Binary[slots];
        knownNumbers = new int[slots];
        seen = 1;
        if (before.length == slots) {
            return;
        }
        for (int i = 0; i < before.length; i++) {
            if (before[i] != null) {
                int slot = slot(before[i]);
                known[slot] = before[i];
                knownNumbers[slot] = numbersBefore[i];
                seen++;
            }
        }
    }

    /** What is in the page, and all further texts, as they are. */
    private ValuesWriter leaveDictionary() {
        ValuesWriter writer = plain.get();
        for (int run = 0; run < size; run++) {
            write(writer, texts.get(runs[run]), lengths[run]);
        }
        fallback = writer;
        size = 0;
        known = new Binary[0];
        knownNumbers = new int[0];
        numbers.clear();
        texts.subList(usedTexts, texts.size()).clear();
        return writer;
    }

    @Override
    public BytesInput getBytes() {
        ValuesWriter writer = fallback;
        if (writer != null) {
            return writer.getBytes();
        }
        int width = BytesUtils.getWidthFromMaxInt(texts.size() - 1);
        bytes.clear();
        bytes.add(width);
        RunEncoder encoder = new RunEncoder(width, bytes);
        for (int run = 0; run < size; run++) {
            encoder.add(runs[run], lengths[run]);
        }
        BytesInput page = encoder.finish();
        if (isFirstPage && page.size() + dictionaryBytes >= rawBytes) {
            return leaveDictionary().getBytes();
        }
        usedTexts = texts.size();
        return page;
    }

    @Override
    public Encoding getEncoding() {
        ValuesWriter writer = fallback;
        return writer == null ? Encoding.RLE_DICTIONARY : writer.getEncoding();
    }

    /** As many as without a dictionary: readers have them in memory so. */
    @Override
    public long getBufferedSize() {
        return rawBytes;
    }

    @Override
    public long getAllocatedSize() {
        return rawBytes;
    }

    @Override
    public void reset() {
        size = 0;
        rawBytes = 0;
        isFirstPage = false;
        ValuesWriter writer = fallback;
        if (writer != null) {
            writer.reset();
        }
    }

    @Override
    public @Nullable DictionaryPage toDictPageAndClose() {
        if (usedTexts == 0) {
            return null;
        }
        PageBytes plainTexts = new PageBytes();
        for (Binary text : texts.subList(0, usedTexts)) {
            plainTexts.addText(text.getBytesUnsafe());
        }
        return new DictionaryPage(plainTexts.input(), usedTexts, Encoding.PLAIN);
    }

    @Override
    public void close() {
        ValuesWriter writer = fallback;
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + rawBytes + " bytes of texts";
    }
}
