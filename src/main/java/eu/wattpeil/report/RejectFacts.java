package eu.wattpeil.report;

import java.util.List;

/**
 * Rows of a source that could not be used, for one reason.
 *
 * @param definition name of the file in {@code jobs/collect}, without ending
 * @param reason reason code, as in the table {@code rejects}
 * @param count how many
 * @param examples a few of them, in a fixed order
 */
public record RejectFacts(String definition, String reason, long count, List<Example> examples) {

    public RejectFacts {
        examples = List.copyOf(examples);
    }

    /**
     * One of them.
     *
     * @param document its document
     * @param line its line, from 1; 0 for the document as a whole
     * @param field the column; empty where the row as a whole is meant
     * @param expected in words that finish "expected …"
     * @param found what was there; empty for personal data
     */
    public record Example(
            String document, long line, String field, String expected, String found) {}
}
