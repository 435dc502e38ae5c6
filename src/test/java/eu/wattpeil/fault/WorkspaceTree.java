package eu.wattpeil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a workspace. Two are alike where all files have the same bytes, but for two folders:
 *
 * <ul>
 *   <li>{@code store/runs}, the log of runs: it tells when they were, which no two share.
 *   <li>{@code .wattpeil}, the state of runs: it may be deleted at any time. Nothing half-written
 *       may be left there, and no execution that is believed to be running.
 * </ul>
 */
final class WorkspaceTree {

    private static final String LOG = "store/runs/";
    private static final String STATE = ".wattpeil/";

    private WorkspaceTree() {}

    /** By path the bytes of the files that must be alike. */
    static Map<String, byte[]> of(Program program) {
        return new TreeMap<>(
                program.files("", name -> !name.startsWith(LOG) && !name.startsWith(STATE)));
    }

    /** Fails where the workspace is another one, or its last run left something behind. */
    static void assertAlike(String trial, Program program, Map<String, byte[]> expected) {
        Map<String, byte[]> found = of(program);
        assertThat(less(expected, found)).as(trial + ": files that are missing").isEmpty();
        assertThat(less(found, expected)).as(trial + ": files beside those expected").isEmpty();
        expected.forEach(
                (name, bytes) ->
                        assertThat(found.get(name)).as(trial + ": " + name).isEqualTo(bytes));
        assertNothingIsLeft(trial, program);
    }

    /** The names of one that the other has not: of whole lists, nobody sees what differs. */
    private static Set<String> less(Map<String, byte[]> one, Map<String, byte[]> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.removeAll(other.keySet());
        return names;
    }

    /** Fails where a draft is left, or an execution that nobody is at work on. */
    static void assertNothingIsLeft(String trial, Program program) {
        assertThat(program.files("", name -> name.endsWith(".tmp") || name.endsWith(".draft")))
                .as(trial)
                .isEmpty();
        assertThat(program.files("store/_staging", name -> true)).as(trial).isEmpty();
        assertThat(program.temporary()).as(trial).isEmptyDirectory();
        assertThat(unfinished(program)).as(trial).isEmpty();
        assertThat(program.inProcess("status").out()).as(trial).doesNotContain("running");
    }

    /** The executions in the job repository that have not ended. */
    private static List<String> unfinished(Program program) {
        Path file = program.workspace().resolve(STATE + "jobs.mv.db");
        try {
            Path copy = Files.createTempDirectory("wattpeil").resolve("jobs.mv.db");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            List<String> unfinished = new ArrayList<>();
            // To make the file smaller at its end is of no use here, and H2 asserts what does not
            // hold.
            String url =
                    "jdbc:h2:file:"
                            + copy.resolveSibling("jobs")
                            + ";MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0";
            try (Connection database = DriverManager.getConnection(url);
                    Statement statement = database.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "select job_execution_id, status from batch_job_execution"
                                            + " where status in ('STARTING', 'STARTED', 'STOPPING',"
                                            + " 'UNKNOWN')")) {
                while (rows.next()) {
                    unfinished.add(rows.getLong(1) + " is " + rows.getString(2));
                }
            }
            Files.delete(copy);
            Files.delete(copy.getParent());
            return unfinished;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
