package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.Rows;
import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.Header;
import eu.wattpeil.collect.table.Table;
import eu.wattpeil.collect.table.TableSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The table below a header of a sheet; the workbook is closed with it. */
final class SheetTable implements Table {

    /** Enough to see in which order they are. */
    private static final int FIRST_ROWS = 1000;

    private final ReadableWorkbook workbook;
    private final SheetHeader header;
    private final CellTexts texts;
    private final @Nullable String[] timePatterns;

    SheetTable(
            ReadableWorkbook workbook,
            SheetHeader header,
            CellTexts texts,
            TableSettings settings) {
        this.workbook = workbook;
        this.header = header;
        this.texts = texts;
        timePatterns = timePatterns(header.fit().header(), settings);
    }

    private static @Nullable String[] timePatterns(Header header, TableSettings settings) {
        @Nullable String[] patterns = new @Nullable String[header.width()];
        for (Map.Entry<ColumnRef, String> time : settings.timePatterns().entrySet()) {
            for (ColumnRef column : time.getKey().inTurn(header.names())) {
                int position = column.position(header.names(), header.width());
                if (position >= 0) {
                    patterns[position] = time.getValue();
                }
            }
        }
        return patterns;
    }

    @Override
    public Header header() {
        return header.fit().header();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public Rows rows() throws IOException {
        return rows(Long.MAX_VALUE);
    }

    @Override
    public Rows firstRows() throws IOException {
        return rows(header.row() + FIRST_ROWS);
    }

    private Rows rows(long last) throws IOException {
        Stream<Row> rows = header.sheet().openStream();
        Stream<Row> some =
                last == Long.MAX_VALUE ? rows : rows.takeWhile(row -> row.getRowNum() <= last);
        if (header.delimiter().isEmpty()) {
            return new SheetRows(some, header.row(), texts, timePatterns);
        }
        long first = header.row() + 1;
        return new DelimitedText(new PastedLines(some, first), header.delimiter().get(), first);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
