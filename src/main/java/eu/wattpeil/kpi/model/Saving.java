package eu.wattpeil.kpi.model;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.workspace.Spelling;
import java.util.List;
import java.util.stream.Stream;

/** What a rule or a measure may save in a year; its money and emissions follow from it. */
public enum Saving {
    /** Electricity; its emissions are those by location. */
    KWH,
    /** Sheets of paper, by the kind that is bought. */
    SHEETS,
    /** Printed sides, without their paper: they cost money, and what they emit nobody says. */
    IMPRESSIONS,
    /** Emissions themselves, where they are not those of what is saved. */
    KGCO2E;

    private static final String KEY = "saves";

    /** Those that a header names; any other word is a problem. */
    static List<Saving> of(ModelHeader header) {
        List<String> known = Stream.of(values()).map(Codes::of).toList();
        header.words(KEY).stream()
                .filter(it -> !known.contains(it))
                .forEach(
                        it ->
                                header.problem(
                                        KEY,
                                        "saves has \"" + it + "\"" + Spelling.hint(it, known)));
        return Stream.of(values()).filter(it -> header.words(KEY).contains(Codes.of(it))).toList();
    }
}
