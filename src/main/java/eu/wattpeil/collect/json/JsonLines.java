package eu.wattpeil.collect.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Finds out whether each line of a text is a value of its own. */
final class JsonLines {

    /** So many lines tell what the others are, where some are broken. */
    private static final int MOST_LINES = 20;

    private JsonLines() {}

    /**
     * Whether lines are values, by the first part of a text: the first value ends in the line where
     * it begins, and more follows. Where the part is broken, a third of whole lines is enough: the
     * lines of a value that goes on end with a comma, or in the middle.
     *
     * @param isAll whether it is the whole text
     */
    static boolean are(String head, boolean isAll) {
        try (JsonParser parser = JsonNodes.parser(head)) {
            parser.nextToken();
            int firstLine = parser.currentTokenLocation().getLineNr();
            parser.skipChildren();
            int lastLine = parser.currentTokenLocation().getLineNr();
            boolean hasMore = false;
            while (parser.nextToken() != null) {
                hasMore = true;
                parser.skipChildren();
            }
            return hasMore && firstLine == lastLine;
        } catch (UnexpectedEndOfInputException goesOn) {
            return areMostly(head, isAll, 2);
        } catch (JacksonException broken) {
            return areMostly(head, isAll, 3);
        }
    }

    /** Whether of the first lines so many times those that are values are not less than all. */
    private static boolean areMostly(String head, boolean isAll, int times) {
        String[] lines = head.split("\r\n|\r|\n", -1);
        int whole = isAll ? lines.length : lines.length - 1;
        int seen = 0;
        int values = 0;
        for (int i = 0; i < whole && seen < MOST_LINES; i++) {
            if (!lines[i].isBlank()) {
                seen++;
                values += isValue(lines[i]) ? 1 : 0;
            }
        }
        return seen > 1 && values * times >= seen;
    }

    /** Whether a text is one object or list, and nothing more. */
    private static boolean isValue(String line) {
        try (JsonParser parser = JsonNodes.parser(line)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException noValue) {
            return false;
        }
    }
}
