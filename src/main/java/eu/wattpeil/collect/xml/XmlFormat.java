package eu.wattpeil.collect.xml;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.tree.Nodes;
import eu.wattpeil.collect.tree.Notation;
import eu.wattpeil.collect.tree.TreeOptions;
import eu.wattpeil.collect.tree.TreeTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any XML (1.0), read as the definition says: the format {@code xml}. A document may have several
 * roots, or be several documents one after the other. Document types and entities are not read.
 */
public final class XmlFormat {

    private static final Option<Charset> CHARSET =
            new Option<>(
                    "charset",
                    OptionType.text("a charset such as UTF-8 or windows-1252", Charset::forName),
                    "how the text is encoded; a byte order mark always wins",
                    "what the document says, else UTF-8");

    private static final int HEAD_BYTES = 256;

    private static final Pattern DECLARATION =
            Pattern.compile(
                    "^\\s*<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.of(TreeOptions.ALL, List.of(CHARSET), TableOptions.ALL)
                    .<Option<?>>flatMap(List::stream)
                    .toList();

    /** A whole definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: xml
            source: {files: inbox/bms/*.xml}
            options:
              rows: /plant/meter/reading  # <plant><meter id="…"><reading at="…"><value unit="kWh">…
              columns:                    # left: what Wattpeil needs; right: the place, seen from a row
                meter_key: ../@id
                measured_at: "@at"
                value: {column: "value[@unit=kWh]", unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private XmlFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        Optional<Charset> charset = CHARSET.read(context.options());
        TableSettings settings = TableSettingsReader.read(context, true);
        return new TableFormat(
                TreeTables.of(
                        document -> opener(document, charset),
                        context.options(),
                        settings,
                        Notation.XML),
                settings);
    }

    /** The nodes of a document in XML, for a format that knows their meaning. */
    public static Nodes.Opener nodes(Document document)
            throws IOException, UnusableDocumentException {
        return opener(document, Optional.empty());
    }

    private static Nodes.Opener opener(Document document, Optional<Charset> asked)
            throws IOException, UnusableDocumentException {
        Charset charset = asked.isPresent() ? asked.get() : declared(document);
        try (TextDocument text = open(document, charset)) {
            if (text.flaw().isPresent()) {
                throw new UnusableDocumentException(text.flaw().get());
            }
        }
        return () -> nodes(open(document, charset));
    }

    private static TextDocument open(Document document, Charset charset) throws IOException {
        return TextDocument.open(document, charset, "XML", KnownContent.XML);
    }

    private static XmlNodes nodes(TextDocument text) throws IOException {
        return new XmlNodes(
                new InputStreamReader(
                        text.stream(),
                        text.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    /**
     * What the document says of its charset. One that can be read byte by byte is not in UTF-16,
     * though programs of Windows write so.
     */
    private static Charset declared(Document document)
            throws IOException, UnusableDocumentException {
        String head;
        try (InputStream in = document.open()) {
            head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        }
        if (head.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher found = DECLARATION.matcher(head);
        if (!found.find() || found.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(found.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new UnusableDocumentException(
                    Reason.NOT_THIS_FORMAT, "XML in a charset that is known", found.group(1));
        }
    }
}
