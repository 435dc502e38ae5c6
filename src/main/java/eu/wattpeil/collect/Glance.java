package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document shows without being taken into the store.
 *
 * @param records usable rows among those looked at
 * @param rejects unusable ones
 * @param examples the first of these, as messages
 * @param firstRows the first usable rows, as {@code column=value} with what is known of each
 * @param unmapped texts that {@code values} does not name, with how often each stands there, by
 *     field; none where they may be of a person
 * @param printers those that rows name, with how many each; for whoever may read the document
 * @param firstAt earliest instant of the usable rows; empty without any
 * @param lastAt latest instant of the usable rows
 */
public record Glance(
        long records,
        long rejects,
        List<String> examples,
        List<String> firstRows,
        Map<String, Map<String, Long>> unmapped,
        Map<String, Long> printers,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt) {

    private static final int HEAD_BYTES = 4 << 20;

    private static final Glance NOTHING =
            new Glance(
                    0,
                    0,
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());

    public Glance {
        examples = List.copyOf(examples);
        firstRows = List.copyOf(firstRows);
    }

    /**
     * Looks at all rows of a document.
     *
     * @param readAt when it is read, for what is plausible
     * @throws IOException if the bytes cannot be had
     */
    public static Glance at(Document document, Intake intake, Settings settings, Instant readAt)
            throws IOException {
        TimeWindow window = window(settings, readAt);
        return look(document, Read.of(intake, settings.zone()), window, Long.MAX_VALUE).glance();
    }

    /**
     * Looks at the first rows of a document, as far as they stand in its first {@value #HEAD_BYTES}
     * bytes.
     *
     * @param mostRows after which no more is looked at
     * @throws IOException if the bytes cannot be had
     */
    public static Glance atHead(
            Document document, Intake intake, Settings settings, Instant readAt, long mostRows)
            throws IOException {
        return atHead(
                document, Read.of(intake, settings.zone()), window(settings, readAt), mostRows);
    }

    /**
     * How rows come of a document.
     *
     * @param texts that rows of personal data may keep
     * @param zone the organisation's
     */
    record Read(Dataset dataset, Format format, PersonalTexts texts, ZoneId zone) {

        static Read of(Intake intake, ZoneId zone) {
            return new Read(intake.dataset(), intake.format(), intake.texts(), zone);
        }
    }

    static Glance atHead(Document document, Read read, TimeWindow window, long mostRows)
            throws IOException {
        GlanceRecords rows = look(head(document), read, window, mostRows);
        boolean isCut = document.bytes() > HEAD_BYTES;
        return isCut && rows.isOpen() ? NOTHING : rows.glance();
    }

    private static TimeWindow window(Settings settings, Instant readAt) {
        return TimeWindow.of(settings.plausibleTimes(), settings.zone(), readAt);
    }

    private static Document head(Document document) {
        Content content = document.content();
        Content head =
                new Content() {
                    @Override
                    public InputStream open() throws IOException {
                        try (InputStream in = content.open()) {
                            return new ByteArrayInputStream(in.readNBytes(HEAD_BYTES));
                        }
                    }

                    @Override
                    public Optional<String> damage() {
                        return content.damage();
                    }

                    @Override
                    public Optional<String> givenName() throws IOException {
                        return content.givenName();
                    }
                };
        return new Document(
                document.name(), Math.min(document.bytes(), HEAD_BYTES), document.sha256(), head);
    }

    private static GlanceRecords look(
            Document document, Read read, TimeWindow window, long mostRows) throws IOException {
        RowRules rules = new RowRules(read.dataset(), window, read.texts());
        GlanceRecords rows =
                new GlanceRecords(document, read.dataset(), rules, read.zone(), mostRows);
        Optional<String> damage = document.content().damage();
        if (damage.isPresent()) {
            rows.reject(Reject.damaged(damage.get()));
            return rows;
        }
        try {
            for (Format.Piece piece : read.format().pieces(document)) {
                piece.read(rows);
            }
        } catch (GlanceRecords.SeenEnough enough) {
            // The rest of the document is not looked at.
        }
        return rows;
    }
}
