package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Opens documents as workbooks, within limits. */
final class Workbooks {

    /** Packed; it is held in memory. A sheet with all its rows takes some tens of megabytes. */
    static final int MAX_BYTES = 64 << 20;

    private static final String EXPECTED = "an .xlsx workbook";

    private Workbooks() {}

    /**
     * Opens a workbook; the caller closes.
     *
     * @throws UnusableDocumentException where it is none, or one that cannot be read
     */
    static ReadableWorkbook open(Document document) throws IOException, UnusableDocumentException {
        try (InputStream in = document.open()) {
            return open(in.readNBytes(MAX_BYTES + 1));
        }
    }

    /** The same of bytes: all, or more than there may be. */
    static ReadableWorkbook open(byte[] bytes) throws UnusableDocumentException {
        return open(bytes, ReadingOptions.DEFAULT_READING_OPTIONS);
    }

    /** The same, whose cells tell how Excel shows them. */
    static ReadableWorkbook openWithFormats(byte[] bytes) throws UnusableDocumentException {
        return open(bytes, new ReadingOptions(true, false));
    }

    private static ReadableWorkbook open(byte[] bytes, ReadingOptions options)
            throws UnusableDocumentException {
        checkKind(bytes);
        if (bytes.length > MAX_BYTES) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    EXPECTED + " of at most " + (MAX_BYTES >> 20) + " MB; save the sheet as CSV",
                    "more");
        }
        WorkbookLimits.check(bytes);
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
        } catch (IOException | RuntimeException unreadable) {
            // From memory: no byte of it can be missing, so it is its content that is wrong.
            throw damaged("parts of it that do not fit together");
        }
    }

    static UnusableDocumentException damaged(String found) {
        return new UnusableDocumentException(
                Reason.DAMAGED_DOCUMENT, EXPECTED + " that can be read to its end", found);
    }

    private static void checkKind(byte[] bytes) throws UnusableDocumentException {
        int length = Math.min(bytes.length, KnownContent.HEAD_BYTES);
        byte[] head = Arrays.copyOf(bytes, length);
        String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
        if (text.isBlank()) {
            throw new UnusableDocumentException(Reason.EMPTY_DOCUMENT, "rows", "nothing in it");
        }
        if (KnownContent.isZip(head)) {
            return;
        }
        Optional<String> known = KnownContent.of(head, StandardCharsets.UTF_8);
        throw new UnusableDocumentException(
                Reason.NOT_THIS_FORMAT,
                EXPECTED,
                known.orElse("something else; the format delimited reads texts"));
    }
}
