package eu.wattpeil.collect.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document is, by its first bytes, where it is something that people take for a table or a
 * log: a workbook, an archive, a web page, JSON, what a meter or a printer sends …
 *
 * <p>Only its kind is told, in words that finish "this is …"; nothing of its text, which may be
 * about a person.
 */
public final class KnownContent {

    /** So many first bytes tell what a document is. */
    public static final int HEAD_BYTES = 8192;

    /** What is said of JSON, and what of XML that is no web page. */
    public static final String JSON = "JSON, which the format json reads";

    public static final String XML = "XML, which the format xml reads";

    /** What is said of interval data of Australian meters. */
    public static final String NEM12 =
            "interval data of Australian meters (NEM12), which the format nem12 reads";

    private static final String ZIP = "PK\u0003\u0004";
    private static final String SAVE_AS_XLSX = "; save it as .xlsx or CSV";
    private static final String UNPACK = " inside; unpack it once more";
    private static final String UNREAD = ", which no format reads yet";

    /** Where the name of the first file in a zip file starts. */
    private static final int ZIP_NAME = 30;

    /** First bytes, in ISO 8859-1, and what starts with them. */
    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature("\u0089PNG", "a PNG image"),
                    new Signature("\u00FF\u00D8\u00FF", "a JPEG image"),
                    new Signature("GIF8", "a GIF image"),
                    new Signature("%PDF", "a PDF"),
                    new Signature("\u001F\u008B", "a gzip file" + UNPACK),
                    new Signature("\u0028\u00B5\u002F\u00FD", "a Zstandard file" + UNPACK),
                    new Signature("7z\u00BC\u00AF", "a 7z file" + UNPACK),
                    new Signature("Rar!", "a RAR file" + UNPACK),
                    new Signature("ElfFile\0", "an event log of Windows (.evtx); save it as XML"),
                    new Signature(
                            "\u00D0\u00CF\u0011\u00E0",
                            "an .xls workbook, or one with a password" + SAVE_AS_XLSX),
                    new Signature("PAR1", "a Parquet file" + UNREAD),
                    new Signature("SQLite format 3", "an SQLite database" + UNREAD),
                    new Signature("{\\rtf", "an RTF text"));

    /** How a text begins, after blanks, and what begins so. */
    private static final List<Beginning> BEGINNINGS =
            List.of(
                    new Beginning(
                            "(?is)(<\\?xml.{0,500}?)?(<!doctype html|<(html|head|body|table|script"
                                    + "|meta|div|p)\\b[^>]*>(?![;,\t|])).*",
                            "a web page, perhaps one to sign in"),
                    new Beginning(
                            "(?s)(<\\?xml|<!--|<!doctype|<[A-Za-z][\\w:.-]*(\\s[^>]*)?/?>(?![;,\t|]))"
                                    + ".*",
                            XML),
                    new Beginning(
                            "(?s)(\\{\\s*(\"|\\}\\s*$)"
                                    + "|\\[\\s*([\\[{\"]|-?\\d[\\d.eE+-]*\\s*,|\\]\\s*$)).*",
                            JSON),
                    new Beginning(
                            "(?s)(/\\w{3}\\d[^\\r\\n]*\\s+)?"
                                    + "\\d-\\d:\\d{1,2}\\.\\d{1,2}\\.\\d{1,3}(\\*\\d+)?"
                                    + "\\([^\\r\\n;,|\t]*\\)\\s*([\\r\\n(].*)?",
                            "a telegram of a meter (DSMR); format dsmr reads it"),
                    new Beginning("(?s)100,NEM12,[^;]*", NEM12),
                    new Beginning(
                            "(?s)(\\.?(1|iso)(\\.\\d+)+|[\\w-]+::[\\w-]+(\\.[^\\s=]+)*)\\s+=\\s+"
                                    + "(\"\"|No |[A-Z][\\w -]*:).*",
                            "an SNMP walk" + UNREAD));

    private KnownContent() {}

    private record Signature(String bytes, String words) {}

    private record Beginning(Pattern expression, String words) {

        Beginning(String expression, String words) {
            this(Pattern.compile(expression), words);
        }
    }

    /**
     * Whether a document is a workbook that the format {@code xlsx} reads, or another such zip
     * file.
     */
    public static boolean isZip(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(ZIP);
    }

    /** What a document of bytes is; empty where it is nothing that is known. */
    static Optional<String> ofBytes(byte[] head) {
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        if (raw.startsWith(ZIP)) {
            return Optional.of(zipped(raw));
        }
        return SIGNATURES.stream()
                .filter(signature -> raw.startsWith(signature.bytes()))
                .map(Signature::words)
                .findFirst();
    }

    /** What a text is; empty where it is nothing that is known. */
    static Optional<String> ofText(String text) {
        String beginning = text.strip();
        return BEGINNINGS.stream()
                .filter(known -> known.expression().matcher(beginning).matches())
                .map(Beginning::words)
                .findFirst();
    }

    /**
     * What a document is, text or not; empty where it is nothing that is known.
     *
     * @param head its first {@value #HEAD_BYTES} bytes, or all
     */
    public static Optional<String> of(byte[] head, Charset charset) {
        return ofBytes(head).or(() -> ofText(new String(head, charset)));
    }

    /** Workbooks are zip files, and told by the names of the files in them. */
    private static String zipped(String raw) {
        if (raw.startsWith("mimetypeapplication/vnd.oasis.opendocument", ZIP_NAME)) {
            return "an .ods workbook, or another document of LibreOffice" + SAVE_AS_XLSX;
        }
        boolean isOffice =
                raw.startsWith("[Content_Types].xml", ZIP_NAME)
                        || raw.startsWith("_rels/", ZIP_NAME)
                        || raw.startsWith("docProps/", ZIP_NAME)
                        || raw.startsWith("xl/", ZIP_NAME);
        return isOffice
                ? "an .xlsx workbook, or another document of Office; the format xlsx reads it"
                : "a zip file" + UNPACK;
    }
}
