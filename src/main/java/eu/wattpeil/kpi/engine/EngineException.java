package eu.wattpeil.kpi.engine;

import eu.wattpeil.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/**
 * An engine met what no statement is to blame for: a full disk, too little memory, a file that
 * cannot be read. The message is the engine's own and names the file.
 */
public final class EngineException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
