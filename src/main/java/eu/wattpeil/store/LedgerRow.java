package eu.wattpeil.store;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A document's row in the ledger.
 *
 * @param documentId identity of the document under its definition: {@link #CONTENT_DIGITS} digits
 *     for its content, then some for the reading
 * @param batch order of arrival, from 1
 * @param definition name of the definition that found it
 * @param reading fingerprint of how it was read: another reading of the same bytes takes its place
 * @param name path in the workspace
 * @param sha256 of its bytes, unpacked
 * @param bytes unpacked
 * @param firstAt earliest instant of its rows; empty when it has none
 * @param lastAt latest instant of its rows
 * @param files where its rows and rejects are; empty for none, and for a row from before files were
 *     noted
 */
public record LedgerRow(
        String documentId,
        long batch,
        String definition,
        String reading,
        String dataset,
        String name,
        String sha256,
        long bytes,
        long records,
        long rejects,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt,
        List<StoredFile> files) {

    /** Digits of a document's id that all readings of the same content share: 64 bits. */
    public static final int CONTENT_DIGITS = 16;

    public LedgerRow {
        files = List.copyOf(files);
    }

    /** A row of a document that is being read: when its rows were, its writer knows. */
    public LedgerRow(
            String documentId,
            long batch,
            String definition,
            String reading,
            String dataset,
            String name,
            String sha256,
            long bytes,
            long records,
            long rejects) {
        this(
                documentId,
                batch,
                definition,
                reading,
                dataset,
                name,
                sha256,
                bytes,
                records,
                rejects,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * The first and the last month of which the document says something. A reading at a month's
     * edge closes the month before; only a document of that one instant speaks of the month that
     * begins. A day is the whole day.
     *
     * @param table the one that its rows are in
     */
    public Optional<MonthSpan> months(Dataset table, ZoneId zone) {
        if (firstAt.isEmpty() || lastAt.isEmpty() || !table.isByMonth()) {
            return Optional.empty();
        }
        YearMonth first = monthOf(firstAt.get(), zone);
        YearMonth last = monthOf(lastAt.get(), zone);
        boolean isDays =
                table.columns().get(table.index(table.timeColumn())).type() == ColumnType.DATE;
        boolean endsAtEdge = edge(last, zone).equals(lastAt.get());
        if (endsAtEdge && !isDays && first.isBefore(last)) {
            last = last.minusMonths(1);
        }
        return Optional.of(new MonthSpan(first, last));
    }

    /** Whether any of its rows can be seen from one month to another. */
    public boolean touches(YearMonth from, YearMonth to, ZoneId zone) {
        return touches(edge(from, zone), edge(to.plusMonths(1), zone));
    }

    /**
     * Whether any of its rows can be seen in a time.
     *
     * @param end the instant after it
     */
    public boolean touches(Instant begin, Instant end) {
        return firstAt.isPresent()
                && lastAt.isPresent()
                && firstAt.get().isBefore(end)
                && !lastAt.get().isBefore(begin);
    }

    /** Whether rows between two instants can be seen from one month to another. */
    public static boolean touches(
            Instant firstAt, Instant lastAt, YearMonth from, YearMonth to, ZoneId zone) {
        return firstAt.isBefore(edge(to.plusMonths(1), zone)) && !lastAt.isBefore(edge(from, zone));
    }

    /** The part of a document's id that all its readings share. */
    public static String contentId(String documentId) {
        return documentId.substring(0, Math.min(CONTENT_DIGITS, documentId.length()));
    }

    /** Its files as the column {@code files} has them; empty for none. */
    public Optional<String> filesText() {
        return files.isEmpty() ? Optional.empty() : Optional.of(StoredFile.text(files));
    }

    LedgerName fileName() {
        return new LedgerName(batch, documentId);
    }

    /** The row in another batch. */
    LedgerRow inBatch(long other) {
        return new LedgerRow(
                documentId,
                other,
                definition,
                reading,
                dataset,
                name,
                sha256,
                bytes,
                records,
                rejects,
                firstAt,
                lastAt,
                files);
    }

    /** The row with what its writer found. */
    LedgerRow with(Optional<Instant> first, Optional<Instant> last, List<StoredFile> written) {
        return new LedgerRow(
                documentId,
                batch,
                definition,
                reading,
                dataset,
                name,
                sha256,
                bytes,
                records,
                rejects,
                first,
                last,
                written);
    }

    private static YearMonth monthOf(Instant instant, ZoneId zone) {
        return YearMonth.from(ZonedDateTime.ofInstant(instant, zone));
    }

    /** The instant at which a month begins. */
    public static Instant edge(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
