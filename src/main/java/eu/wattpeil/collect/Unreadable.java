package eu.wattpeil.collect;

import eu.wattpeil.collect.source.FetchException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;

/**
 * What a source names, but cannot be looked at.
 *
 * @param place relative to the workspace
 * @param reason what is wrong and what is expected, in words
 */
public record Unreadable(String place, String reason) {

    /** As an exception says it. */
    public static Unreadable of(String place, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return new Unreadable(
                    place, "cannot be read, expected that Wattpeil's account has the right to");
        }
        if (failure instanceof FileSystemLoopException) {
            return new Unreadable(place, "is a link back to a folder around it, expected none");
        }
        return new Unreadable(place, "cannot be read (" + words(failure) + ")");
    }

    /** A source that fails while it fetches. */
    static Unreadable unfetched(String place, IOException failure) {
        return new Unreadable(
                place,
                "what is new cannot be fetched ("
                        + (failure instanceof FetchException
                                ? failure.getMessage()
                                : words(failure))
                        + "); what has landed is read, the next run tries again");
    }

    /** Exceptions of files have the path for their message, which the place tells, or must not. */
    private static String words(IOException failure) {
        String message = failure.getMessage();
        if (failure instanceof FileSystemException ofAFile) {
            message = ofAFile.getReason();
        } else if (failure instanceof FileNotFoundException) {
            message = null;
        }
        return failure.getClass().getSimpleName() + (message == null ? "" : ", " + message);
    }

    /** The place and the reason. */
    public String message() {
        return place + ": " + reason;
    }
}
