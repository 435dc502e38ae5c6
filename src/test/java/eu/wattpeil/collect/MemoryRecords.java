package eu.wattpeil.collect;

import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.workspace.PlausibleTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a format reads, as texts by column: what a table of expected rows can be held against.
 */
public final class MemoryRecords implements Records {

    private static final TimeWindow UNTIL_2030 =
            TimeWindow.of(
                    PlausibleTimes.DEFAULT, ZoneOffset.UTC, Instant.parse("2030-01-01T00:00:00Z"));

    /** Room for some rows, so that formats read several at once where they can. */
    private static final int BLOCK_ROWS = 16;

    private final Dataset dataset;
    private final RowRules rules;
    private final RowBlock rows;
    private final boolean isOneByOne;
    private final List<Map<String, String>> accepted = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int acceptedTogether;

    public MemoryRecords(Dataset dataset) {
        this(dataset, FormatCases.ANY_PRINTER);
    }

    MemoryRecords(Dataset dataset, PersonalTexts texts) {
        this(dataset, texts, false);
    }

    private MemoryRecords(Dataset dataset, PersonalTexts texts, boolean isOneByOne) {
        this.dataset = dataset;
        this.isOneByOne = isOneByOne;
        rows = new RowBlock(dataset, BLOCK_ROWS);
        rules = new RowRules(dataset, UNTIL_2030, texts);
    }

    /** Those that take rows one by one only. */
    public static MemoryRecords oneByOne(Dataset dataset) {
        return new MemoryRecords(dataset, FormatCases.ANY_PRINTER, true);
    }

    /** The rows, each with its line; unknown values are empty texts. */
    public List<Map<String, String>> accepted() {
        return accepted;
    }

    public List<Reject> rejects() {
        return rejects;
    }

    @Override
    public RowBlock rows() {
        return rows;
    }

    @Override
    public void accept(long line) {
        Reject flaw = rules.flaw(rows, line);
        if (flaw != null) {
            reject(flaw);
            return;
        }
        add(0, line);
        rows.clearRow();
    }

    @Override
    public boolean acceptAll(long firstLine, int count) {
        if (isOneByOne || !rules.allFit(rows, count)) {
            return false;
        }
        for (int row = 0; row < count; row++) {
            add(row, firstLine + row);
        }
        rows.clearRows(count);
        acceptedTogether += count;
        return true;
    }

    /** How many rows were accepted with others. */
    public int acceptedTogether() {
        return acceptedTogether;
    }

    private void add(int ahead, long line) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            row.put(dataset.columns().get(i).name(), rows.isNull(i, ahead) ? "" : text(i, ahead));
        }
        row.put("line", Long.toString(line));
        accepted.add(row);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
        rows.clearRow();
    }

    private String text(int column, int row) {
        ColumnType type = dataset.columns().get(column).type();
        if (type == ColumnType.TEXT) {
            return rows.text(column, row).toString();
        }
        long number = rows.number(column, row);
        return switch (type) {
            case TEXT -> throw new IllegalStateException("texts are read above");
            case INTEGER -> Long.toString(number);
            case DECIMAL -> plain(BigDecimal.valueOf(number, 3));
            case FINE_DECIMAL -> plain(BigDecimal.valueOf(number, 6));
            case DOUBLE -> Double.toString(Double.longBitsToDouble(number));
            case BOOLEAN -> number == 1 ? "true" : "false";
            case DATE -> LocalDate.ofEpochDay(number).toString();
            case TIMESTAMP -> Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
