package eu.wattpeil.operate;

import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** What a user is told about a failure: one message, or for a fault of ours its stack trace. */
public final class FailureMessage {

    private static final int MOST_CAUSES = 20;
    private static final long MEGABYTE = 1024 * 1024;

    /** Less is hardly worth a second attempt. */
    private static final long LEAST_MEGABYTES = 512;

    /** What systems say of a file whose disk or network share went away. */
    private static final List<String> AWAY =
            List.of(
                    "endpoint is not connected",
                    "stale file handle",
                    "host is down",
                    "input/output error",
                    "network name is no longer available",
                    "network path was not found");

    private FailureMessage() {}

    /** The message, without a stack trace where a user can do something about it. */
    public static String of(Throwable failure) {
        if (isOfMemory(failure)) {
            return memory();
        }
        Throwable cause = failure;
        while (!isExplained(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (isExplained(cause)) {
            return cause instanceof FileSystemException file
                    ? file(file)
                    : String.valueOf(cause.getMessage());
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return "This is a fault of Wattpeil. Please report it with these lines:\n" + trace;
    }

    private static boolean isExplained(Throwable failure) {
        return failure instanceof ExplainedException || failure instanceof IOException;
    }

    /** Whether the memory that Java may take was not enough. */
    static boolean isOfMemory(Throwable failure) {
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes++ < MOST_CAUSES; ) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String memory() {
        long megabytes = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return "memory: this process may take "
                + megabytes
                + " MB, expected more for this workspace; start Java with a higher limit, such as"
                + " java -Xmx"
                + Math.max(LEAST_MEGABYTES, 2 * megabytes)
                + "m -jar …, and the next run goes on from here";
    }

    private static String file(FileSystemException failure) {
        String file = String.valueOf(failure.getFile());
        if (failure instanceof AccessDeniedException) {
            return file
                    + ": access is denied, expected rights for the account that runs Wattpeil;"
                    + " give it those, and run again";
        }
        if (failure instanceof NoSuchFileException) {
            return file
                    + ": the file is gone, expected it to stay while it is in use; is its disk or"
                    + " share not there any more? Bring it back, and run again";
        }
        String reason = reason(failure);
        if (isAway(reason)) {
            return file
                    + ": its disk or share does not answer ("
                    + reason
                    + "), expected it to stay while it is in use; bring it back, and run again";
        }
        if (reason.toLowerCase(Locale.ROOT).contains("read-only")) {
            return file
                    + ": the disk can only be read, expected one that can be written to; mount it"
                    + " so, and run again";
        }
        return "Cannot use file: "
                + failure.getMessage()
                + " ("
                + failure.getClass().getSimpleName()
                + ")";
    }

    /** What the system says; of a folder that seems to be something else, why it cannot be seen. */
    private static String reason(FileSystemException failure) {
        if (failure instanceof FileAlreadyExistsException && failure.getFile() != null) {
            try {
                Files.readAttributes(Path.of(failure.getFile()), BasicFileAttributes.class);
            } catch (FileSystemException unseen) {
                return String.valueOf(unseen.getReason());
            } catch (IOException unseen) {
                return String.valueOf(unseen.getMessage());
            }
        }
        return String.valueOf(failure.getReason());
    }

    private static boolean isAway(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return AWAY.stream().anyMatch(lower::contains);
    }
}
