package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet: rows in the order in which a law, a standard or a platform asks for them.
 *
 * @param sheetId the name of its model
 * @param model whose rows it has
 * @param span what the rows of one computed month are of
 */
public record Sheet(String sheetId, Model model, Span span) {

    private static final String SPAN = "of";
    private static final Set<String> KEYS = Set.of("grain", SPAN);

    /** What a sheet is of. */
    public enum Span {
        /** Every month of the year has rows of its own. */
        MONTH,
        /** The last computed month of the year gives the rows, of the year up to it. */
        YEAR
    }

    static Sheet of(Model model) {
        ModelHeader header = ModelHeader.of(model.file(), KEYS, new Problems());
        return new Sheet(model.name(), model, header.word(SPAN, Span.class).orElse(Span.YEAR));
    }

    /** Checks the header of a sheet's file. */
    static void read(ModelFile file, Texts texts, Problems problems) {
        ModelHeader header = ModelHeader.of(file, KEYS, problems);
        Optional<Span> span = header.word(SPAN, Span.class);
        if (span.isEmpty() && !header.has(SPAN)) {
            header.problem(SPAN, SPAN + " is missing, expected year or month");
        }
        String key = title(file.name());
        if (texts.all(key).isEmpty()) {
            problems.add(
                    file.file(), 1, "its title is missing, expected " + key + " in jobs/texts");
        }
    }

    /** The key of a sheet's title among the texts. */
    public static String title(String sheetId) {
        return "sheet." + sheetId + ".title";
    }
}
