package eu.wattpeil.kpi.query;

import java.util.List;

/**
 * Rows of a definition that could not be used for one reason.
 *
 * @param reason reason code
 * @param count how many
 * @param examples the first few, in order of arrival
 */
public record RejectFacts(String definition, String reason, long count, List<Example> examples) {

    public RejectFacts {
        examples = List.copyOf(examples);
    }

    /**
     * One of them.
     *
     * @param document its name
     * @param line from 1; 0 for the document as a whole
     * @param field column of the document; empty for a whole row
     * @param expected what would have been read
     * @param found what was there; empty where it may be personal
     */
    public record Example(
            String document, long line, String field, String expected, String found) {}
}
