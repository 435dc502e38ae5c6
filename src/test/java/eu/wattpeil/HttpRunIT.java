package eu.wattpeil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of readings from a server, from the first fetch to a corrected day. */
class HttpRunIT {

    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneId.of("Europe/Brussels")).minusDays(1);

    @TempDir Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<String> value = new AtomicReference<>("100.5");
    private HttpServer server;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        Files.delete(program.workspace().resolve("jobs/collect/example.yaml"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getQuery());
                    String day = exchange.getRequestURI().getQuery().substring("day=".length());
                    byte[] body =
                            ("Meter;Time;kWh\nUPS1;" + day + "T12:00:00;" + value + "\n")
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatWasFetchedAfterAMendWithoutFetchingItTwice() throws IOException {
        define("Energy", "");
        Ended broken = program.inProcess("run", "--job", "meters");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(asked).containsExactly("day=" + YESTERDAY.minusDays(1), "day=" + YESTERDAY);

        server.stop(0);
        define("kWh", "");
        assertThat(program.inProcess("check").code()).isZero();
        assertThat(program.inProcess("status").out()).contains("meters");
        Ended mended = program.inProcess("run", "--job", "meters");

        assertThat(mended.err()).isEmpty();
        assertThat(mended.code()).isZero();
        assertThat(asked).hasSize(2);
        assertThat(query("select count(*) from meter_readings")).isEqualTo("2");
    }

    @Test
    void letsANewerAnswerOfADayCountAndShowsBoth() throws IOException {
        define("kWh", ", again-for: P9D");
        program.inProcess("run", "--job", "meters");
        value.set("101.25");
        Ended second = program.inProcess("run", "--job", "meters");

        assertThat(second.code()).isZero();
        assertThat(asked).hasSize(4);
        assertThat(
                        query(
                                "select string_agg(records || ' ' || name, ', ' order by batch,"
                                        + " name) from documents where name like '%"
                                        + YESTERDAY
                                        + "--%'"))
                .isEqualTo(
                        "\"1 landed/meters/%1$s--%2$s.txt, 1 landed/meters/%1$s--%2$s.txt\""
                                .formatted(YESTERDAY, YESTERDAY.plusDays(1)));
        assertThat(
                        query(
                                "select value from meter_readings join documents using"
                                        + " (document_id) where name like '%"
                                        + YESTERDAY
                                        + "--%' order by batch desc limit 1"))
                .isEqualTo("101250.000");
    }

    @Test
    void leavesNoAnswerOfPersonalDataBehindOnceItIsRead() throws IOException {
        Path landed = program.workspace().resolve("landed/jobs");
        value.set("100");
        defineJobs("kWh");
        program.inProcess("run", "--job", "jobs");
        program.inProcess("run", "--job", "jobs");
        assertThat(visible(landed)).as("of rows that were not usable").hasSize(2);

        defineJobs("Meter");
        Ended mended = program.inProcess("run", "--job", "jobs");
        assertThat(mended.code()).as(mended.err()).isZero();
        assertThat(visible(landed)).hasSize(2);
        program.inProcess("run", "--job", "jobs");

        assertThat(visible(landed)).isEmpty();
        assertThat(query("select count(*) from print_jobs")).isEqualTo("2");
        assertThat(asked).hasSize(2);
        assertThat(program.inProcess("run", "--job", "jobs").code()).isZero();
        assertThat(asked).as("asked for once").hasSize(2);
    }

    private static List<String> visible(Path landed) throws IOException {
        try (Stream<Path> files = Files.list(landed)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .toList();
        }
    }

    private void defineJobs(String printer) throws IOException {
        Files.writeString(
                program.workspace().resolve("jobs/collect/jobs.yaml"),
                """
                dataset: print_jobs
                format: delimited
                source:
                  http: http://localhost:%d/export
                  query: {day: "{from:yyyy-MM-dd}"}
                  window: {from: %s}
                options:
                  printers: [UPS1]
                  columns: {printed_at: Time, printer_id: %s, impressions: {any-of: [kWh]}}
                """
                        .formatted(server.getAddress().getPort(), YESTERDAY.minusDays(1), printer));
    }

    private String query(String sql) {
        Ended answer = program.inProcess("query", sql, "--format", "csv");
        assertThat(answer.err()).isEmpty();
        return answer.out().lines().skip(1).findFirst().orElse("");
    }

    private void define(String column, String window) throws IOException {
        Files.writeString(
                program.workspace().resolve("jobs/collect/meters.yaml"),
                """
                dataset: meter_readings
                format: delimited
                source:
                  http: http://localhost:%d/export
                  query: {day: "{from:yyyy-MM-dd}"}
                  window: {from: %s%s}
                options:
                  columns:
                    meter_key: Meter
                    measured_at: Time
                    value: {column: %s, unit: kWh, kind: counter}
                  constants: {quantity: electricity}
                """
                        .formatted(
                                server.getAddress().getPort(),
                                YESTERDAY.minusDays(1),
                                window,
                                column));
    }
}
