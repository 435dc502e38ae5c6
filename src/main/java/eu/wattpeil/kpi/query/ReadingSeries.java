package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.SeriesSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a document has of one meter.
 *
 * @param readings how many
 * @param aboutInstants of how many instants, roughly
 * @param firstAt where the first reading begins
 * @param lastAt when the last one was taken
 */
record ReadingSeries(
        String documentId,
        String meterKey,
        String quantity,
        String kind,
        long readings,
        long aboutInstants,
        Instant firstAt,
        Instant lastAt) {

    static ReadingSeries of(ResultSet row) throws SQLException {
        return new ReadingSeries(
                row.getString("document_id"),
                row.getString("meter_key"),
                row.getString("quantity"),
                row.getString("kind"),
                row.getLong("readings"),
                row.getLong("about_instants"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    /**
     * As it was counted when the document was written, in the order of the series columns of
     * readings: meter, quantity, kind. The number of instants is that of the times at which they
     * were taken.
     */
    static ReadingSeries of(LedgerRow document, SeriesSpan span) {
        return new ReadingSeries(
                document.documentId(),
                span.series().get(0).toString(),
                span.series().get(1).toString(),
                span.series().get(2).toString(),
                span.rows(),
                span.times(),
                span.firstAt(),
                span.lastAt());
    }

    /**
     * The table {@code document_series}.
     *
     * @param documents of all of them, by id
     */
    static GivenTable table(List<ReadingSeries> all, Map<String, LedgerRow> documents) {
        return new GivenTable(
                "document_series",
                List.of(
                        "meter_key varchar",
                        "quantity varchar",
                        "kind varchar",
                        "document_id varchar",
                        "definition varchar",
                        "batch bigint",
                        "name varchar",
                        "readings bigint",
                        "about_instants bigint",
                        "first_at timestamptz",
                        "last_at timestamptz"),
                all.stream()
                        .map(
                                it -> {
                                    LedgerRow document =
                                            Objects.requireNonNull(documents.get(it.documentId()));
                                    return List.<Object>of(
                                            it.meterKey(),
                                            it.quantity(),
                                            it.kind(),
                                            it.documentId(),
                                            document.definition(),
                                            document.batch(),
                                            document.name(),
                                            it.readings(),
                                            it.aboutInstants(),
                                            it.firstAt(),
                                            it.lastAt());
                                })
                        .toList());
    }
}
