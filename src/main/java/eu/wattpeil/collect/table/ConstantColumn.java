package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.Spelling;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in every row of a document.
 *
 * @param text where the column is a text
 */
record ConstantColumn(int index, @Nullable Text text, long number) {

    private static final NumberSigns DOT = new NumberSigns('.');

    /** The reader for a text of a definition or of a document's name, which is UTF-8. */
    static FieldReader reader(Mapping mapping, Dataset dataset) {
        WallClock clock = new WallClock(ZoneOffset.UTC);
        return switch (mapping.column().type()) {
            case DATE -> new DateField(mapping.index(), mapping.pattern(), clock);
            case TIMESTAMP ->
                    new InstantField(
                            mapping.pattern(),
                            clock,
                            RepeatedHour.rejected(),
                            new RowSeries(dataset),
                            InstantField.Bounds.moment(mapping.index()));
            default -> FieldReaders.of(mapping, DOT, StandardCharsets.UTF_8);
        };
    }

    /** What is wrong with a text of a definition, to follow {@code <column> is "<text>"}. */
    static Optional<String> flaw(Mapping mapping, Dataset dataset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Flaw flaw = reader(mapping, dataset).read(bytes, 0, bytes.length, new RowBlock(dataset, 1));
        if (flaw == null) {
            return Optional.empty();
        }
        return Optional.of(
                mapping.column().codes().isEmpty()
                        ? ", expected " + flaw.expected()
                        : Spelling.hint(text, mapping.column().codes()));
    }

    /** The column as a reader has set it in the open row of a block. */
    static ConstantColumn of(RowBlock rows, Mapping mapping) {
        int index = mapping.index();
        return mapping.column().type() == ColumnType.TEXT
                ? new ConstantColumn(index, rows.text(index, rows.rows()), 0)
                : new ConstantColumn(index, null, rows.number(index, rows.rows()));
    }

    void set(RowBlock rows) {
        setAll(rows, 1);
    }

    /** Sets it in the open row and those behind it. */
    void setAll(RowBlock rows, int count) {
        if (text == null) {
            rows.setAll(index, count, number);
            return;
        }
        rows.setAll(index, count, text);
    }
}
