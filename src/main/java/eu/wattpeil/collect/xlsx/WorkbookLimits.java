package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.table.UnusableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks at all parts of a workbook before it is read: whether they are whole, and no larger than
 * they may be. What their sizes are said to be is not believed.
 */
final class WorkbookLimits {

    /** Of a sheet, which is gone through row by row. */
    private static final long MAX_SHEET_BYTES = 2L << 30;

    /** Of all other parts, which are held in memory. */
    private static final long MAX_OTHER_BYTES = 128L << 20;

    private static final int MAX_PARTS = 10_000;

    private WorkbookLimits() {}

    static void check(byte[] workbook) throws UnusableDocumentException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get()) {
            check(zip, workbook);
        } catch (IOException | RuntimeException unreadable) {
            throw Workbooks.damaged("a file that is cut off or damaged");
        }
    }

    private static void check(ZipFile zip, byte[] workbook)
            throws IOException, UnusableDocumentException {
        if (zip.getEntry("[Content_Types].xml") == null || !hasWorkbook(zip)) {
            byte[] head =
                    Arrays.copyOf(workbook, Math.min(workbook.length, KnownContent.HEAD_BYTES));
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT,
                    "an .xlsx workbook",
                    KnownContent.of(head, StandardCharsets.UTF_8).orElse("another file of parts"));
        }
        long others = 0;
        int parts = 0;
        long strings = 0;
        long mostAsked = -1;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++parts > MAX_PARTS) {
                throw tooLarge("more than " + MAX_PARTS + " parts");
            }
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
                continue;
            }
            boolean isSheet = name.contains("/worksheets/");
            PartScan scan = new PartScan();
            long most = isSheet ? MAX_SHEET_BYTES : MAX_OTHER_BYTES - others;
            long bytes = read(zip, entry, scan, most);
            others += isSheet ? 0 : bytes;
            if (scan.hasImpossibleCell()) {
                throw Workbooks.damaged("a cell beyond the last column of a sheet");
            }
            strings += isSheet ? 0 : scan.strings();
            mostAsked = Math.max(mostAsked, isSheet ? scan.mostAsked() : -1);
        }
        if (mostAsked >= strings) {
            throw Workbooks.damaged("a cell whose text is not there");
        }
    }

    private static boolean hasWorkbook(ZipFile zip) {
        return Collections.list(zip.getEntries()).stream()
                .anyMatch(
                        entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("workbook.xml"));
    }

    private static long read(ZipFile zip, ZipArchiveEntry entry, PartScan scan, long most)
            throws IOException, UnusableDocumentException {
        CRC32 crc = new CRC32();
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            int read = in.read(buffer);
            while (read >= 0) {
                bytes += read;
                if (bytes > most) {
                    throw tooLarge("more than " + (most >> 20) + " MB in one of its parts");
                }
                crc.update(buffer, 0, read);
                scan.take(buffer, read);
                read = in.read(buffer);
            }
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
            throw Workbooks.damaged("a part with other bytes than were packed");
        }
        return bytes;
    }

    private static UnusableDocumentException tooLarge(String found) {
        return new UnusableDocumentException(
                Reason.DAMAGED_DOCUMENT,
                "a workbook that is of a usual size when it is unpacked; save the sheet as CSV",
                found);
    }
}
