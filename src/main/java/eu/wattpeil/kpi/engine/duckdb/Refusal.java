package eu.wattpeil.kpi.engine.duckdb;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.SqlException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says when it does not do what it is told. */
final class Refusal {

    private static final String OF_MEMORY = "Out of Memory Error: ";

    private static final Pattern OF_THE_WORLD =
            Pattern.compile("(?:IO|Out of Memory|Invalid Input) Error: .*", Pattern.DOTALL);

    /** What DuckDB says of a damaged file it calls an invalid input, as it does much else. */
    private static final Pattern OF_A_FILE =
            Pattern.compile(
                    "(?:IO|Out of Memory) Error: .*|.*(?:magic bytes|\\.parquet['\"]).*",
                    Pattern.DOTALL);

    private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z-]*\\s)+Error:\\s*");
    private static final Pattern PLACE = Pattern.compile("\\s*LINE (\\d+):.*", Pattern.DOTALL);

    private Refusal() {}

    /** What the world did, explained; what is wrong with a statement, with its line. */
    static RuntimeException of(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (OF_THE_WORLD.matcher(text).matches() && OF_A_FILE.matcher(text).matches()) {
            String reason = text.lines().findFirst().orElse(text).replaceFirst("^[A-Za-z ]+: ", "");
            if (text.startsWith(OF_MEMORY)) {
                return new EngineException(
                        "Too little memory to compute ("
                                + reason
                                + "). The database may take half of the machine's memory, or as"
                                + " much as java -D"
                                + Database.MEMORY
                                + "=4GB says: give it more, or free some",
                        failure);
            }
            return new EngineException("Cannot read or write the store: " + reason, failure);
        }
        Matcher place = PLACE.matcher(text);
        int line = place.find() ? Integer.parseInt(place.group(1)) : 0;
        return new SqlException(reason(text), line, failure);
    }

    /** Without the kind of error and the excerpt. */
    private static String reason(String text) {
        String problem = KIND.matcher(text).replaceFirst("");
        return PLACE.matcher(problem).replaceFirst("").strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
