package eu.wattpeil.report.content;

import eu.wattpeil.kpi.edition.InputDocument;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.value.Series;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the edition of a report comes from.
 *
 * @param manifest every input by its fingerprint; empty where none was kept
 * @param restated by series, why its value is another one than in the edition before
 */
public record Provenance(Optional<String> manifest, Map<Series, List<Restatement.Why>> restated) {

    /** Of an edition of which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(Optional.empty(), Map.of());

    public Provenance {
        restated = Map.copyOf(restated);
    }

    /** What it was made of; empty where no manifest was kept. */
    public List<InputDocument> documents() {
        return manifest.map(InputDocument::of).orElse(List.of());
    }

    /** Of a month that was not over, the day on which it was computed. */
    public Optional<LocalDate> until() {
        return manifest.flatMap(MadeFrom::until);
    }

    /** The edition of a month before that its figures were compared with; empty for none. */
    public Optional<Integer> editionOf(YearMonth month) {
        return manifest.map(text -> MadeFrom.of(text).earlier().get(month.toString()))
                .map(Integer::valueOf);
    }

    /** Why the value of a series is another one than before; empty where that is not known. */
    public List<Restatement.Why> why(Series series) {
        return restated.getOrDefault(series, List.of());
    }
}
