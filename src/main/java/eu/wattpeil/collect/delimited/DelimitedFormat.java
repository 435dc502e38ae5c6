package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.bytes.Stretches;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import java.util.List;
import java.util.stream.Stream;

/** Any delimited text, read as the definition says: the format {@code delimited}. */
public final class DelimitedFormat {

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(TextSettings.OPTIONS.stream(), TableOptions.ALL.stream()).toList();

    private DelimitedFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        return of(context, Stretches.BYTES);
    }

    /** As above, with parts of another size. */
    static Format of(FormatContext context, long stretchBytes) {
        TextSettings texts = TextSettings.read(context.options());
        TableSettings settings = TableSettingsReader.read(context, texts.hasHeader());
        return new TableFormat(new DelimitedTables(texts, settings, stretchBytes), settings);
    }
}
