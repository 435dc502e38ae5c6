package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What sheets need beside what months are computed from.
 *
 * @param lines of {@code config/sheet-lines.csv}
 * @param measures of {@code config/recognised-measures.csv}
 * @param kvkNumber of the organisation in the Dutch trade register
 * @param keptBack meters that no sheet of open data names
 * @param published meters that it names though their role might tell of a person
 */
public record SheetRecords(
        List<SheetLine> lines,
        List<RecordedMeasure> measures,
        Optional<String> kvkNumber,
        Set<String> keptBack,
        Set<String> published) {

    public static final SheetRecords NONE =
            new SheetRecords(List.of(), List.of(), Optional.empty(), Set.of(), Set.of());

    public SheetRecords {
        lines = List.copyOf(lines);
        measures = List.copyOf(measures);
        keptBack = Set.copyOf(keptBack);
        published = Set.copyOf(published);
    }
}
