package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.SharingHosts.Host;
import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two hosts that share the work of one workspace by a PostgreSQL: processes that take themselves
 * for two, on one machine and its disk. Whatever becomes of one of them, the store and the reports
 * are those of a host that nobody disturbed.
 */
@DisabledOnOs(OS.WINDOWS)
class SeveralHostsIT {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int SILENCE_SECONDS = 4;

    @TempDir static Path folder;

    private static PostgresqlServer database;
    private static Program undisturbed;

    private Program program;
    private SharingHosts hosts;

    /** Where in its work a host is. */
    private enum Stage {
        COLLECT,
        COMPUTE,
        PUBLISH
    }

    @BeforeAll
    static void startServerAndRunUndisturbed() throws Exception {
        database = PostgresqlServer.start();
        undisturbed = new Program(folder.resolve("undisturbed"));
        undisturbed.inProcess("init", undisturbed.workspace().toString());
        assertThat(undisturbed.inProcess("run").code()).isZero();
    }

    @AfterAll
    static void endServer() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void makeWorkspace(TestInfo test) throws IOException {
        String name = SharingHosts.nameFor(test);
        program = new Program(folder.resolve(name));
        program.inProcess("init", program.workspace().toString());
        hosts = SharingHosts.of(program, database, name, SILENCE_SECONDS, LONGEST);
    }

    @AfterEach
    void endHosts() {
        hosts.close();
    }

    @Test
    void twoRunsAtOnceAreOne() throws Exception {
        Host one = hosts.start("host-a", "run");
        hosts.await(() -> hosts.holder().isPresent());

        Host other = hosts.start("host-b", "run");

        assertThat(other.process().waitFor()).isEqualTo(1);
        assertThat(other.printed())
                .contains(
                        ": the work is held by " + one.who() + " since",
                        "expected it free; wait until that process has ended")
                .doesNotContain("Exception");
        assertThat(one.process().waitFor()).as(one.printed()).isZero();
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @ParameterizedTest
    @EnumSource
    void anotherHostGoesOnWhereOneHasDied(Stage stage) throws Exception {
        serve("host-a");
        serve("host-b");
        hosts.await(() -> isAt(stage));
        Host dead = working();

        dead.end();

        Host other = hosts.otherThan(dead);
        // The one who died may have been through with all of it.
        hosts.await(
                () ->
                        other.printed()
                                .contains(
                                        "goes on with the work of process "
                                                + dead.process().pid()
                                                + " on "));
        awaitFree();
        assertThat(other.printed()).doesNotContain("Exception", "failed");
        assertSame();
        assertNothingRuns();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatWakesUpAfterItsPlaceWasTakenChangesNothing(Stage stage) throws Exception {
        serve("host-a");
        serve("host-b");
        hosts.await(() -> isAt(stage));
        Host paused = working();

        paused.signal("STOP");

        Host other = hosts.otherThan(paused);
        hosts.await(() -> other.printed().contains("goes on with the work of "));
        if (stage != Stage.COLLECT) {
            awaitFree();
            assertSame();
        }
        paused.signal("CONT");

        hosts.await(() -> paused.printed().contains("as this process gave no sign of life for "));
        awaitFree();
        assertThat(paused.printed()).doesNotContain("Exception", "fault", "done:");
        assertThat(paused.process().isAlive()).isTrue();
        assertSame();
        assertThat(program.inProcess("run").out()).contains("nothing to do");
        assertNothingRuns();
    }

    @Test
    void goesOnOnceARepositoryThatWentAwayIsBack() throws Exception {
        serve("host-a");
        serve("host-b");
        hosts.await(() -> isAt(Stage.COMPUTE));
        Host working = working();

        database.stop();
        try {
            hosts.await(() -> hasGivenUp(working));
        } finally {
            database.startAgain();
        }

        hosts.await(
                () -> hosts.all().stream().anyMatch(it -> it.printed().contains("done: compute")));
        assertThat(working.printed()).doesNotContain("Exception", "fault", "failed:");
        awaitFree();
        assertSame();
        assertNothingRuns();
    }

    /** As its run asked for the repository in vain, or it could give no sign of life. */
    private static boolean hasGivenUp(Host host) {
        return host.printed().contains("nothing is lost, and the next run goes on from here")
                || host.printed().contains("what it had not put in place is left to the next run");
    }

    @Test
    void allHostsTellTheSameOfTheWork() throws Exception {
        serve("host-a");
        serve("host-b");
        hosts.await(
                () -> hosts.all().stream().anyMatch(it -> it.printed().contains("done: compute")));
        awaitFree();

        Ended status = program.inProcess("status");

        assertThat(status.out())
                .contains(
                        hosts.all().get(0).who() + " since ", hosts.all().get(1).who() + " since ")
                .containsPattern("compute +20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{5} +20");
        assertThat(hosts.all().stream().filter(it -> it.printed().contains("done: ")).count())
                .isEqualTo(1);
        assertSame();
    }

    private void serve(String host) throws IOException {
        hosts.start(host, "serve", "--no-pages");
    }

    /** As files and the claim tell it. */
    private boolean isAt(Stage stage) {
        boolean isCollected = program.count("store/documents") == 2;
        boolean isComputed = program.count("store/kpi_values") > 0;
        return switch (stage) {
            case COLLECT -> isWorking() && program.count("store/_staging") > 0;
            case COMPUTE -> isCollected && program.count("store/hourly_energy") > 0;
            case PUBLISH -> isComputed && program.count("reports") > 0;
        };
    }

    private boolean isWorking() {
        return hosts.holder().isPresent()
                && Files.exists(program.workspace().resolve("store/_staging/claim-1"));
    }

    private Host working() {
        return hosts.holder().orElseThrow();
    }

    private void awaitFree() throws InterruptedException {
        hosts.await(() -> hosts.holder().isEmpty());
    }

    /** No execution is left running, or in a state that a person has to look at. */
    private void assertNothingRuns() throws SQLException {
        for (String table : List.of("batch_job_execution", "batch_step_execution")) {
            assertThat(hosts.answer("select distinct status from " + table))
                    .isSubsetOf("COMPLETED", "FAILED", "STOPPED");
        }
    }

    private void assertSame() {
        hosts.assertSame("store", undisturbed);
        hosts.assertSame("reports", undisturbed);
    }
}
