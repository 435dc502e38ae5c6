package eu.wattpeil.collect.suggest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.xlsx.XlsxHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first bytes of a document as a text.
 *
 * @param charset which it is in, by its byte order mark or its bytes
 * @param hasMark whether it begins with a byte order mark
 * @param text without the mark
 * @param isWhole whether the document ends here
 */
public record Head(Charset charset, boolean hasMark, String text, boolean isWhole) {

    /** So many bytes show what a document is. */
    public static final int BYTES = 1 << 16;

    /** A workbook can be looked at as a whole only. */
    private static final int MAX_WORKBOOK_BYTES = 64 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

    /** What letters of central Europe look like between others, where they are taken for these. */
    private static final Pattern CENTRAL = Pattern.compile("\\p{L}[¿³¹¶¼¾]\\p{L}");

    private static final char MARK = '\uFEFF';

    /** What a document shows that it is. */
    public static Head of(InputStream in) throws IOException {
        return of(in, BYTES);
    }

    /**
     * The head of what can be read from a stream, which stays open.
     *
     * @param most bytes of it
     */
    public static Head of(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (KnownContent.isZip(bytes)) {
            Optional<String> workbook = XlsxHead.text(withRest(bytes, in));
            if (workbook.isPresent()) {
                return new Head(StandardCharsets.UTF_8, false, workbook.get(), true);
            }
        }
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        boolean hasMark = !text.isEmpty() && text.charAt(0) == MARK;
        return new Head(charset, hasMark, hasMark ? text.substring(1) : text, bytes.length < most);
    }

    private static byte[] withRest(byte[] first, InputStream in) throws IOException {
        byte[] rest = in.readNBytes(MAX_WORKBOOK_BYTES);
        byte[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private static Charset charset(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int[] nuls = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if ((nuls[0] + nuls[1]) * 4 > bytes.length) {
            return nuls[0] > nuls[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : singleByte(bytes);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** A character that is cut at the end does not count. */
    private static boolean isUtf8(byte[] bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), chars, false)
                .isError();
    }

    /** What looks like ISO 8859-1 is taken for what Windows makes of it, which has the euro. */
    private static Charset singleByte(byte[] bytes) {
        if (CENTRAL.matcher(new String(bytes, WINDOWS_1252)).find()) {
            return WINDOWS_1250;
        }
        for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
            String name = match.getName();
            if (name.startsWith("windows-125") && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
            if (name.equals("ISO-8859-1")) {
                return WINDOWS_1252;
            }
        }
        return WINDOWS_1252;
    }

    /**
     * The first rows of the text, without the last one where it is cut.
     *
     * @param most of them
     */
    public List<List<String>> rows(char delimiter, int most) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        try (DelimitedText fields =
                new DelimitedText(new ByteArrayInputStream(utf8), delimiter, 1)) {
            while (rows.size() < most && fields.next()) {
                if (fields.isCutOff() && !isWhole) {
                    break;
                }
                rows.add(row(fields));
            }
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
        return rows;
    }

    private static List<String> row(DelimitedText fields) {
        List<String> row = new ArrayList<>();
        for (int i = 0; !fields.isBroken() && i < fields.fields(); i++) {
            int from = fields.from(i);
            int length = fields.to(i) - from;
            row.add(new String(fields.bytes(), from, length, StandardCharsets.UTF_8));
        }
        return row;
    }
}
