package eu.wattpeil.collect;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the rows of a document and forgets them; ends the reading when there were enough. */
final class GlanceRecords implements Records {

    private static final int MOST_EXAMPLES = 3;
    private static final int MOST_ROWS = 5;
    private static final int MOST_TEXTS = 1_000;

    private final Document document;
    private final Dataset dataset;
    private final RowRules rules;
    private final ZoneId zone;
    private final long mostRows;
    private final RowBlock row;
    private final int timeColumn;
    private final int startColumn;
    private final int printerColumn;
    private final List<String> examples = new ArrayList<>();
    private final List<String> firstRows = new ArrayList<>();
    private final Map<String, Map<String, Long>> unmapped = new LinkedHashMap<>();
    private final Map<String, Long> printers = new LinkedHashMap<>();
    private long records;
    private long rejects;
    private boolean isOfTheEnd;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    GlanceRecords(Document document, Dataset dataset, RowRules rules, ZoneId zone, long mostRows) {
        this.document = document;
        this.dataset = dataset;
        this.rules = rules;
        this.zone = zone;
        this.mostRows = mostRows;
        row = new RowBlock(dataset, 1);
        timeColumn = dataset.index(dataset.timeColumn());
        printerColumn = PersonalTexts.concerns(dataset) ? dataset.index("printer_id") : -1;
        startColumn = dataset.startColumn().isEmpty() ? -1 : dataset.index(dataset.startColumn());
    }

    /** Ends the reading of a format from within. */
    static final class SeenEnough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private SeenEnough() {
            super("seen enough", null, false, false);
        }
    }

    @Override
    public RowBlock rows() {
        return row;
    }

    @Override
    public void accept(long line) {
        Reject flaw = rules.flaw(row, line);
        if (flaw != null) {
            reject(flaw);
            return;
        }
        show();
        row.closeRow();
        boolean hasStart = startColumn >= 0 && !row.isNull(startColumn, 0);
        first = Math.min(first, row.number(hasStart ? startColumn : timeColumn, 0));
        last = Math.max(last, row.number(timeColumn, 0));
        row.clear();
        records++;
        endWhenEnough();
    }

    private void show() {
        if (printerColumn >= 0 && printers.size() < MOST_TEXTS) {
            printers.merge(row.text(printerColumn, row.rows()).toString(), 1L, Long::sum);
        }
        if (firstRows.size() < MOST_ROWS) {
            firstRows.add(
                    dataset.columns().stream()
                            .filter(column -> !row.isOpenNull(dataset.index(column.name())))
                            .map(column -> column.name() + "=" + shown(column))
                            .collect(Collectors.joining("  ")));
        }
    }

    private String shown(Column column) {
        int index = dataset.index(column.name());
        int open = row.rows();
        return switch (column.type()) {
            case TEXT -> row.text(index, open).toString();
            case INTEGER -> Long.toString(row.number(index, open));
            case DECIMAL -> decimal(row.number(index, open), 3);
            case FINE_DECIMAL -> decimal(row.number(index, open), 6);
            case DOUBLE -> Double.toString(Double.longBitsToDouble(row.number(index, open)));
            case BOOLEAN -> row.number(index, open) == 1 ? "true" : "false";
            case DATE -> LocalDate.ofEpochDay(row.number(index, open)).toString();
            case TIMESTAMP ->
                    Instant.EPOCH.plus(row.number(index, open), ChronoUnit.MICROS).toString();
        };
    }

    private static String decimal(long number, int scale) {
        return BigDecimal.valueOf(number, scale).stripTrailingZeros().toPlainString();
    }

    @Override
    public void reject(Reject reject) {
        row.clearRow();
        boolean isUnmapped =
                reject.reason() == Reject.Reason.UNKNOWN_CODE
                        && !dataset.isPersonal()
                        && !reject.found().isEmpty();
        if (isUnmapped) {
            Map<String, Long> texts =
                    unmapped.computeIfAbsent(reject.field(), field -> new LinkedHashMap<>());
            if (texts.size() < MOST_TEXTS || texts.containsKey(reject.found())) {
                texts.merge(reject.found(), 1L, Long::sum);
            }
        }
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(Tally.message(document, reject, !dataset.isPersonal()));
        }
        rejects++;
        isOfTheEnd =
                reject.line() > 0
                        || reject.reason() == Reject.Reason.EMPTY_DOCUMENT
                        || reject.reason() == Reject.Reason.DAMAGED_DOCUMENT;
        endWhenEnough();
    }

    @Override
    public void leaveOut(Reject told) {
        row.clearRow();
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(Tally.message(document, told, !dataset.isPersonal()));
        }
    }

    private void endWhenEnough() {
        if (records + rejects >= mostRows) {
            throw new SeenEnough();
        }
    }

    /** Whether nothing is known where the document may go on: its only row may be cut off. */
    boolean isOpen() {
        return records == 0 && rejects == 1 && isOfTheEnd;
    }

    Glance glance() {
        return new Glance(
                records,
                rejects,
                examples,
                firstRows,
                unmapped,
                printers,
                instant(first),
                instant(last));
    }

    private Optional<Instant> instant(long time) {
        if (records == 0) {
            return Optional.empty();
        }
        boolean isDate = dataset.columns().get(timeColumn).type() == ColumnType.DATE;
        return Optional.of(
                isDate
                        ? LocalDate.ofEpochDay(time).atStartOfDay(zone).toInstant()
                        : Instant.EPOCH.plus(time, ChronoUnit.MICROS));
    }
}
