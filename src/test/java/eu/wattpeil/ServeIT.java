package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.web.PasswordFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server and its runs, each a process, from raw files to reports. */
@DisabledOnOs(OS.WINDOWS)
class ServeIT {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int TERMINATED = 143;

    @TempDir Path folder;

    private Program program;
    private Path out;
    private Path err;
    private Optional<Process> server = Optional.empty();

    @BeforeEach
    void makeWorkspace() throws IOException {
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        out = folder.resolve("out");
        err = folder.resolve("err");
        Path example = program.workspace().resolve("jobs/collect/example.yaml");
        Files.writeString(example, Files.readString(example) + "\nschedule: \"*/2 * * * * *\"\n");
    }

    @AfterEach
    void endServer() {
        server.ifPresent(
                process -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                });
    }

    @Test
    void collectsComputesAndPublishesByItself() throws Exception {
        serve();
        await(() -> exists("reports/index.html"));
        await(() -> printed(err).contains("done: compute, deliver, example, print, publish"));

        assertThat(program.inProcess("run").out()).contains("nothing to do");
        assertThat(printed(err)).contains("serving 2 scheduled jobs");
        assertThat(shown("")).contains("September 2026</a>", "Explore all figures</a>");
        assertThat(shown("metrics"))
                .contains("wattpeil_records_total{source=\"print\"} 104.0")
                .contains("wattpeil_job_failing{name=\"compute\"} 0.0");
        assertThat(shown("health")).contains("\"up\"");

        // What arrives later is collected at the next time of its source.
        Path arrived = program.workspace().resolve("inbox/example/later.csv");
        Files.writeString(arrived, "Meter;Time;Register (kWh)\nGRID-1;01/10/2026 00:00;54321,0\n");
        await(() -> printed(out).contains("example: 1 document, 1 record, 0 rejects"));
    }

    @Test
    void stopsWithItsRunWhenItIsTerminated() throws Exception {
        serve();
        await(() -> runOfServer().isPresent());
        ProcessHandle run = runOfServer().orElseThrow();

        Process process = server.orElseThrow();
        process.toHandle().destroy();

        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(run.isAlive()).isFalse();
        assertThat(printed(err)).contains("stopped").doesNotContain("Exception", "\tat ");
        assertConverges();
    }

    @Test
    void leavesNoRunBehindWhenItIsKilled() throws Exception {
        serve();
        await(() -> runOfServer().isPresent());
        ProcessHandle run = runOfServer().orElseThrow();

        server.orElseThrow().toHandle().destroyForcibly();

        await(() -> !run.isAlive());
        assertConverges();
    }

    @Test
    void outlivesItsRuns() throws Exception {
        serve();
        await(() -> runOfServer().isPresent());
        runOfServer().orElseThrow().destroyForcibly();

        await(() -> printed(err).contains("failed: compute, deliver, example, print, publish"));

        assertThat(printed(err)).contains("The run broke off with exit code 137");
        assertThat(server.orElseThrow().isAlive()).isTrue();
    }

    @Test
    void isSeenInTheStatusAndRefusesASecondOne() throws Exception {
        serve();
        await(() -> printed(err).contains("done: "));

        // Who looks who serves must not be taken for the one who serves.
        assertThat(shown("status")).contains("compute");
        Ended status = program.inProcess("status");
        Ended second = program.run("serve", "--no-pages");

        assertThat(status.out())
                .contains("Server\n  process " + server.orElseThrow().pid() + " since ")
                .containsPattern("compute +20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{5} +20");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .contains("the place of the server is in use by process")
                .doesNotContain("Exception");
    }

    @Test
    void saysNothingOfWhoLooksAtItsPages() throws Exception {
        Path passwords = program.workspace().resolve("passwords");
        Files.writeString(
                program.workspace().resolve("config/pages.yaml"), "passwords: passwords\n");
        PasswordFile.at(passwords).with("els.peeters", "pluk de dag, elke dag").write();
        serve();
        await(() -> printed(err).contains("pages: http"));

        assertThat(codeFor("els.peeters:pluk de dag, elke dag")).isEqualTo(200);
        assertThat(codeFor("els.peeters:pluk de nacht")).isEqualTo(401);
        assertThat(codeFor("els.peeters")).isEqualTo(401);
        assertThat(shown("health")).doesNotContain("status");
        Files.writeString(passwords, "els.peeters:geheim\n");
        assertThat(codeFor("els.peeters:geheim")).isEqualTo(503);

        await(() -> printed(err).contains("line 1: the hash is not one of bcrypt"));
        assertThat(printed(out) + printed(err))
                .doesNotContain("els.peeters", "pluk", "geheim", "Basic", "Exception");
    }

    private int codeFor(String credentials) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + "health"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        credentials.getBytes(
                                                                StandardCharsets.UTF_8)))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void waitsForARunOfSomebodyElse() throws Exception {
        Process busy = program.start(folder.resolve("run.out"), folder.resolve("run.err"), "run");
        await(() -> exists(".wattpeil/holder"));
        serve();

        await(() -> printed(err).contains("the workspace is in use by process " + busy.pid()));
        assertThat(busy.waitFor()).isZero();
        assertThat(printed(err)).doesNotContain("failed");
    }

    @Test
    void doesNotStartOnAWorkspaceThatIsWrong() throws Exception {
        Files.writeString(
                program.workspace().resolve("jobs/compute.yaml"), "schedule: every morning\n");

        Ended ended = program.run("serve", "--port", "0");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("jobs/compute.yaml:1: schedule is \"every morning\", expected six cron")
                .contains("1 problem");
    }

    /** What a run of its own makes of the rest is what it would have made of all. */
    private void assertConverges() throws IOException {
        Ended run = program.inProcess("run");
        assertThat(run.code()).as(run.err()).isZero();
        Program undisturbed = new Program(folder.resolve("undisturbed"));
        undisturbed.inProcess("init", undisturbed.workspace().toString());
        assertThat(undisturbed.inProcess("run").code()).isZero();
        assertThat(program.files("reports", name -> name.endsWith(".csv")))
                .containsExactlyEntriesOf(
                        undisturbed.files("reports", name -> name.endsWith(".csv")));
    }

    /** As a browser on this machine gets it. */
    private String shown(String page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + page)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private String address() {
        Matcher address = Pattern.compile("pages: (http\\S+)").matcher(printed(err));
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private void serve() throws IOException {
        server = Optional.of(program.start(out, err, "serve", "--port", "0"));
    }

    private Optional<ProcessHandle> runOfServer() {
        return server.orElseThrow()
                .children()
                .filter(it -> it.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    private boolean exists(String path) {
        return Files.exists(program.workspace().resolve(path));
    }

    private static String printed(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("in vain; printed: " + printed(out) + printed(err));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
