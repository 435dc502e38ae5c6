package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The header of a model that tells what a year of what measures changed comes to.
 *
 * @param saves in what
 */
record ImpactHeader(List<Saving> saves) {

    private static final Set<String> KEYS = Set.of("grain", "saves");

    /** The columns of its select that are texts. */
    static final List<String> TEXTS = List.of("measure_id", "missing");

    /** The change as it is told, and the ends of its interval. */
    static final List<String> ENDS = List.of("", "_low", "_high");

    ImpactHeader {
        saves = List.copyOf(saves);
    }

    /** That of a model's file, as far as it is right. */
    static ImpactHeader of(ModelFile file) {
        return new ImpactHeader(Saving.of(ModelHeader.of(file, KEYS, new Problems())));
    }

    /** Checks it, too. */
    static ImpactHeader read(ModelFile file, Problems problems) {
        ModelHeader header = ModelHeader.of(file, KEYS, problems);
        header.required("grain", "measure");
        header.required("saves", "kwh, sheets, impressions or kgco2e");
        return new ImpactHeader(Saving.of(header));
    }

    /**
     * The columns that its select gives: {@code missing} says why amounts are null, and {@code
     * days} of how many days of a year the change is taken.
     */
    List<String> columns() {
        List<String> columns = new ArrayList<>(TEXTS);
        columns.add("days");
        saves.forEach(saving -> ENDS.forEach(end -> columns.add(Codes.of(saving) + end)));
        return columns;
    }
}
