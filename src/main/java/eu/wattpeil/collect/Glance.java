package eu.wattpeil.collect;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a document shows without being taken into the store.
 *
 * @param records usable rows among those looked at
 * @param rejects unusable ones
 * @param examples the first of these, as messages
 * @param firstAt earliest instant of the usable rows; empty without any
 * @param lastAt latest instant of the usable rows
 */
public record Glance(
        long records,
        long rejects,
        List<String> examples,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt) {

    public Glance {
        examples = List.copyOf(examples);
    }

    /**
     * Looks at the first rows of a document.
     *
     * @param zone in which days begin
     * @param mostRows after which no more is looked at
     * @throws IOException if the bytes cannot be had
     */
    public static Glance at(Document document, Intake intake, ZoneId zone, long mostRows)
            throws IOException {
        GlanceRecords rows = new GlanceRecords(document, intake.dataset(), zone, mostRows);
        Optional<String> damage = document.content().damage();
        if (damage.isPresent()) {
            rows.reject(Reject.damaged(damage.get()));
            return rows.glance();
        }
        try {
            for (Format.Piece piece : intake.format().pieces(document)) {
                piece.read(rows);
            }
        } catch (GlanceRecords.SeenEnough enough) {
            // The rest of the document is not looked at.
        }
        return rows.glance();
    }
}
