package eu.wattpeil.report.numbers;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may be counted of the documents that a month is made from, by their ledger. */
final class SourceNumbers {

    /** Tables whose rows are of an instant, not of a day. */
    private static final Set<String> INSTANTS =
            Set.of("meter_readings", "print_jobs", "printer_counters", "server_metrics");

    private final Script script;
    private final Set<String> numbers = new HashSet<>();

    private SourceNumbers(Script script) {
        this.script = script;
    }

    /** Documents, their rows and rejects: each, by source, and all. */
    static Set<String> of(EditionTables tables, YearMonth month, ZoneId zone, Script script)
            throws SQLException {
        SourceNumbers all = new SourceNumbers(script);
        Map<String, Long> sums = new TreeMap<>();
        Set<String> documents = new TreeSet<>();
        for (Map<String, String> row : tables.all("documents")) {
            all.addCount(number(row, "records"));
            if (isAbout(row, month, zone)) {
                documents.add(EditionTables.text(row, "document_id"));
                String source = EditionTables.text(row, "definition");
                sums.merge(source + " documents", 1L, Long::sum);
                sums.merge(source + " records", number(row, "records"), Long::sum);
                sums.merge(source + " rejects", number(row, "rejects"), Long::sum);
                sums.merge("rejects", number(row, "rejects"), Long::sum);
                sums.merge("all", number(row, "records") + number(row, "rejects"), Long::sum);
            }
        }
        for (Map<String, String> row : tables.all("rejects")) {
            if (documents.contains(EditionTables.text(row, "document_id"))) {
                all.numbers.add(EditionTables.text(row, "line"));
                sums.merge("reason " + EditionTables.text(row, "reason"), 1L, Long::sum);
            }
        }
        sums.values().forEach(all::addCount);
        return all.numbers;
    }

    private static boolean isAbout(Map<String, String> row, YearMonth month, ZoneId zone) {
        String first = EditionTables.text(row, "first_at");
        String last = EditionTables.text(row, "last_at");
        return !first.isEmpty()
                && !monthOf(first, zone).isAfter(month)
                && !lastMonth(row, monthOf(first, zone), last, zone).isBefore(month);
    }

    /** What ends with the midnight that a month begins with is about the month before. */
    private static YearMonth lastMonth(
            Map<String, String> row, YearMonth first, String last, ZoneId zone) {
        YearMonth month = monthOf(last, zone);
        boolean isAtEdge =
                INSTANTS.contains(EditionTables.text(row, "dataset"))
                        && OffsetDateTime.parse(last)
                                .toInstant()
                                .equals(month.atDay(1).atStartOfDay(zone).toInstant());
        return isAtEdge && first.isBefore(month) ? month.minusMonths(1) : month;
    }

    private static YearMonth monthOf(String utc, ZoneId zone) {
        return YearMonth.from(OffsetDateTime.parse(utc).atZoneSameInstant(zone));
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(EditionTables.text(row, column));
    }

    private void addCount(long count) {
        numbers.add(script.number(BigDecimal.valueOf(count), 0));
    }
}
