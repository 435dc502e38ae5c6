package eu.wattpeil.kpi.engine;

import eu.wattpeil.failure.ExplainedException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An engine met what no statement is to blame for: a full disk, too little memory, a file that
 * cannot be read. The message is the engine's own and names the file.
 */
public final class EngineException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private static final Pattern KIND =
            Pattern.compile("(?:IO|Out of Memory|Invalid Input) Error: .*", Pattern.DOTALL);

    /** What DuckDB says of a damaged file it calls an invalid input, as it does much else. */
    private static final Pattern OF_A_FILE =
            Pattern.compile(
                    "(?:IO|Out of Memory) Error: .*|.*(?:magic bytes|\\.parquet['\"]).*",
                    Pattern.DOTALL);

    private EngineException(String message, SQLException cause) {
        super(message, cause);
    }

    /** The failure as one of the world; empty where a statement is to blame. */
    public static Optional<EngineException> of(SQLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (!KIND.matcher(text).matches() || !OF_A_FILE.matcher(text).matches()) {
            return Optional.empty();
        }
        String reason = text.lines().findFirst().orElse(text).replaceFirst("^[A-Za-z ]+: ", "");
        return Optional.of(
                new EngineException("Cannot read or write the store: " + reason, failure));
    }
}
