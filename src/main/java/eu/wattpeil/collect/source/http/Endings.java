package eu.wattpeil.collect.source.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the name of an answer ends in. How it is packed is seen by its first bytes, for what servers
 * say of that is often about the way and not about the document.
 */
final class Endings {

    private static final int FIRST_NAME_IN_ZIP = 30;

    /** After what may come before: a byte order mark, a declaration of XML, comments. */
    private static final Pattern PAGE =
            Pattern.compile(
                    "(?is)(\u00ef\u00bb\u00bf)?\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*"
                            + "<(!doctype\\s+html|html)\\b.*");

    private Endings() {}

    /** Whether it is a page for people, whatever the server says of its type. */
    static boolean isPage(byte[] head) {
        return PAGE.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }

    /** The ending with its dot; empty where nothing tells. */
    static String of(byte[] head, Exchange exchange) {
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (raw.startsWith("PK\u0003\u0004")) {
            boolean isWorkbook =
                    type.contains("spreadsheetml")
                            || raw.startsWith("[Content_Types].xml", FIRST_NAME_IN_ZIP);
            return isWorkbook ? ".xlsx" : ".zip";
        }
        if (raw.startsWith("\u001f\u008b")) {
            return ".gz";
        }
        if (raw.startsWith("\u0028\u00b5\u002f\u00fd")) {
            return ".zst";
        }
        if (type.contains("json")) {
            return ".json";
        }
        if (type.contains("html")) {
            return ".html";
        }
        if (type.contains("xml")) {
            return ".xml";
        }
        return type.contains("csv") ? ".csv" : ".txt";
    }
}
