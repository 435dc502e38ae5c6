package eu.wattpeil.operate;

import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a user is told about a failure: one message, or for a fault of ours its stack trace. */
public final class FailureMessage {

    private FailureMessage() {}

    /** The message, without a stack trace where a user can do something about it. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (!isExplained(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (isExplained(cause)) {
            String message = String.valueOf(cause.getMessage());
            return cause instanceof java.nio.file.FileSystemException
                    ? "Cannot use file: " + message + " (" + cause.getClass().getSimpleName() + ")"
                    : message;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return "This is a fault of Wattpeil. Please report it with these lines:\n" + trace;
    }

    private static boolean isExplained(Throwable failure) {
        return failure instanceof ExplainedException || failure instanceof IOException;
    }
}
