package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that dies in the middle of a day loses no reading, and doubles none. */
@Timeout(180)
class DatabaseFaultsIT {

    private static final LocalDate FIRST = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final int OF_A_DAY = 1440;

    @TempDir Path folder;

    private Program program;

    @Test
    void goesOnAfterTheDatabaseDiedInTheMiddleOfAnAnswer() throws Exception {
        try (PostgresqlServer server = PostgresqlServer.start()) {
            server.execute(
                    """
                    create table readings as
                    select 'UPS1' as meter, at, 10000 + row_number() over (order by at) as kwh
                    from generate_series(
                        timestamptz '%1$s 00:00Z',
                        timestamptz '%1$s 00:00Z' + interval '4319 minutes',
                        interval '1 minute') at
                    """
                            .formatted(FIRST),
                    "create table pause as select date '%s' as day, 60 as seconds"
                            .formatted(SECOND));
            define(server, "secret");
            Path root = program.workspace();
            Files.writeString(root.resolve("wrong"), "kanarie");

            CompletableFuture<Ended> run =
                    CompletableFuture.supplyAsync(
                            () -> program.inProcess("run", "--job", "meters"));
            while (!isHalfThere(root.resolve("landed/meters"))) {
                Thread.sleep(20);
            }
            server.killTheOneThatAnswers();
            assertFailed(run.get(), "accepts no connection, or breaks it off");
            assertThat(readings()).isEqualTo(OF_A_DAY + "," + OF_A_DAY);

            server.await();
            server.execute("update pause set seconds = 0");
            define(server, "wrong");
            assertFailed(
                    program.inProcess("run", "--job", "meters"),
                    "does not accept the user or the password");

            define(server, "secret");
            Ended next = program.inProcess("run", "--job", "meters");
            assertThat(next.err()).isEmpty();
            assertThat(next.code()).isZero();
            assertThat(readings()).isEqualTo(3 * OF_A_DAY + "," + 3 * OF_A_DAY);
        }
    }

    private static void assertFailed(Ended run, String message) {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("jobs/collect/meters.yaml: what is new cannot be fetched (the database,")
                .contains(message + "); what has landed is read, the next run tries again")
                .doesNotContain("localhost", PostgresqlServer.PASSWORD, "kanarie", "Exception");
    }

    private void define(PostgresqlServer server, String secret) throws IOException {
        if (program == null) {
            program = new Program(folder.resolve("town"));
            program.inProcess("init", program.workspace().toString());
            Files.delete(program.workspace().resolve("jobs/collect/example.yaml"));
            Files.writeString(
                    program.workspace().resolve("secret"), PostgresqlServer.PASSWORD + "\n");
        }
        Files.writeString(
                program.workspace().resolve("jobs/collect/meters.yaml"),
                """
                dataset: meter_readings
                format: delimited
                source:
                  jdbc: %s
                  user: wattpeil
                  password: {file: %s}
                  query: >
                    select meter, at, kwh,
                    case when extract(minute from at) = 0 and extract(hour from at) = 20
                    then pg_sleep((select seconds from pause where day = at::date)) end as paused,
                    repeat('x', 100) as padding
                    from readings where at >= :from and at < :to order by at
                  window: {from: %s, zone: UTC}
                options:
                  columns:
                    meter_key: meter
                    measured_at: at
                    value: {column: kwh, unit: kWh, kind: counter}
                  constants: {quantity: electricity}
                """
                        .formatted(server.url(), secret, FIRST));
    }

    private String readings() {
        return program.inProcess(
                        "query",
                        "select count(*), count(distinct measured_at) from meter_readings",
                        "--format",
                        "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private static boolean isHalfThere(Path landed) {
        if (!Files.isDirectory(landed)) {
            return false;
        }
        try (Stream<Path> files = Files.list(landed)) {
            return files.anyMatch(
                    file ->
                            file.getFileName().toString().startsWith("." + SECOND)
                                    && file.toFile().length() > 0);
        } catch (IOException changing) {
            return false;
        }
    }
}
