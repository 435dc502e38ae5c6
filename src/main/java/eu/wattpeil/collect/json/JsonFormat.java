package eu.wattpeil.collect.json;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Any JSON (RFC 8259), read as the definition says: the format {@code json}. A document may also be
 * several values one after the other, or a value in each line.
 */
public final class JsonFormat {

    private static final Option<Charset> CHARSET =
            new Option<>(
                    "charset",
                    OptionType.text("a charset such as UTF-8 or windows-1252", Charset::forName),
                    "how the text is encoded; a byte order mark always wins",
                    "UTF-8");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.of(TreeOptions.ALL, List.of(CHARSET), TableOptions.ALL)
                    .<Option<?>>flatMap(List::stream)
                    .toList();

    /** A whole definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: json
            source: {files: inbox/pdu/*.json}
            options:
              rows: /pdus/*/outlets/*     # {"pdus": {"rack-a": {"outlets": [{"time": …, "kwh": …}, …]}}}
              columns:                    # left: what Wattpeil needs; right: the place, seen from a row
                meter_key: {columns: [../../@key, "@index"]}
                measured_at: {column: time, pattern: epoch-seconds}
                value: {column: kwh, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private JsonFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        Charset charset = CHARSET.read(context.options()).orElse(StandardCharsets.UTF_8);
        TableSettings settings = TableSettingsReader.read(context, true);
        return new TableFormat(
                TreeTables.of(
                        document -> opener(document, charset),
                        context.options(),
                        settings,
                        Notation.JSON),
                settings);
    }

    /** The nodes of a document in JSON, for a format that knows their meaning. */
    public static Nodes.Opener nodes(Document document)
            throws IOException, UnusableDocumentException {
        return opener(document, StandardCharsets.UTF_8);
    }

    private static Nodes.Opener opener(Document document, Charset charset)
            throws IOException, UnusableDocumentException {
        try (TextDocument text = open(document, charset)) {
            if (text.flaw().isPresent()) {
                throw new UnusableDocumentException(text.flaw().get());
            }
        }
        return () -> new JsonNodes(open(document, charset));
    }

    private static TextDocument open(Document document, Charset charset) throws IOException {
        return TextDocument.open(document, charset, "JSON", KnownContent.JSON);
    }
}
