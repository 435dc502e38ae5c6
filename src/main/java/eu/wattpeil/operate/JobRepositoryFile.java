package eu.wattpeil.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/**
 * The database file of the job repository. What is due is decided by the store, so that a
 * repository that is lost costs no more than the look at what was published before.
 */
final class JobRepositoryFile {

    private static final String FILE = "jobs.mv.db";

    private JobRepositoryFile() {}

    /**
     * Opens the repository; one that is damaged is set aside as {@code jobs.mv.db.damaged}, and a
     * new one begun.
     *
     * @param opening throws a failure of H2 where its file is damaged
     */
    static <T> T open(Path stateFolder, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (RuntimeException failure) {
            Path file = stateFolder.resolve(FILE);
            if (!isDamage(failure) || !Files.isRegularFile(file)) {
                throw failure;
            }
            setAside(file);
            return opening.get();
        }
    }

    /** H2 is known at run time alone; of a file that is in use it says so. */
    private static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean isOfDatabase = cause.getClass().getName().startsWith("org.h2.");
            if (isOfDatabase && !String.valueOf(cause.getMessage()).contains("already in use")) {
                return true;
            }
        }
        return false;
    }

    private static void setAside(Path file) {
        try {
            Files.move(
                    file,
                    file.resolveSibling(FILE + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
