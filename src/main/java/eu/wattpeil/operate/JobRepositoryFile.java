package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.Room;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database file of the job repository. What is due is decided by the store, so that a
 * repository that is lost costs nothing but the memory of how often something was tried.
 *
 * <p>H2 finds some damages itself. For the others a seal stands beside the file from one run to the
 * next: a fingerprint of its bytes. A run that was killed leaves none.
 */
final class JobRepositoryFile {

    private static final String FILE = "jobs.mv.db";
    private static final String SEAL = "jobs.seal";

    private JobRepositoryFile() {}

    /** Opens the file, or makes it. */
    @FunctionalInterface
    interface Opening<T> {

        /**
         * @param isKnown whether it is as it was closed; otherwise damage may be anywhere in it
         */
        T open(boolean isKnown);
    }

    /**
     * Opens the repository; one that is damaged is set aside as {@code jobs.mv.db.damaged}, and a
     * new one begun.
     *
     * @param opening throws a failure of H2 where its file is damaged
     */
    static <T> T open(Path stateFolder, Opening<T> opening) {
        Path file = stateFolder.resolve(FILE);
        boolean isKnown = Files.exists(file.resolveSibling(SEAL));
        try {
            if (!breakSeal(file)) {
                setAside(file);
            }
            Access.OWNER.createFileWhereAbsent(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try {
            return opening.open(isKnown);
        } catch (RuntimeException failure) {
            if (!isDamage(failure)) {
                throw failure;
            }
            setAside(file);
            return opening.open(true);
        }
    }

    static Path of(Path stateFolder) {
        return stateFolder.resolve(FILE);
    }

    /** Whether the file is damaged; of one that a killed run left a copy is opened. */
    static boolean isDamaged(Path stateFolder) throws IOException {
        Path file = of(stateFolder);
        Path seal = file.resolveSibling(SEAL);
        if (!Files.exists(file)) {
            return false;
        }
        return Files.exists(seal)
                ? !Arrays.equals(Files.readAllBytes(seal), fingerprint(file))
                : !canBeRead(file);
    }

    private static boolean canBeRead(Path file) throws IOException {
        Path folder = Files.createTempDirectory("wattpeil-doctor");
        try {
            Files.copy(file, folder.resolve(FILE));
            String url = "jdbc:h2:file:" + folder.resolve("jobs") + ";TRACE_LEVEL_FILE=0";
            new JdbcTemplate(new DriverManagerDataSource(url)).queryForList("script", String.class);
            return true;
        } catch (DataAccessException failure) {
            return !isDamage(failure);
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    /** Once the repository is closed: notes what its file has in it. */
    static void seal(Path stateFolder) {
        Path file = stateFolder.resolve(FILE);
        try {
            Disk.local().replace(file.resolveSibling(SEAL), fingerprint(file), Access.OWNER);
        } catch (IOException unwritable) {
            // A file without a seal is taken as it is, as after a run that was killed.
            return;
        }
    }

    /** Whether the file is as it was sealed, or was not; the seal is gone then. */
    private static boolean breakSeal(Path file) throws IOException {
        Path seal = file.resolveSibling(SEAL);
        boolean isIntact =
                !Files.exists(seal)
                        || !Files.exists(file)
                        || Arrays.equals(Files.readAllBytes(seal), fingerprint(file));
        Files.deleteIfExists(seal);
        return isIntact;
    }

    private static byte[] fingerprint(Path file) throws IOException {
        return Fingerprint.of(Files.readAllBytes(file)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * H2 is known at run time alone; of a file that is in use it says so. What the machine lacks is
     * no fault of the file.
     */
    private static boolean isDamage(Throwable failure) {
        if (FailureMessage.isOfMemory(failure) || Room.isMissing(failure)) {
            return false;
        }
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
