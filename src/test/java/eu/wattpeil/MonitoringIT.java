package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.Program.Ended;
import eu.wattpeil.collect.source.RealServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What runs expose, and what the dashboard and the alerts that come with the program ask of it. */
class MonitoringIT {

    private static final Path RULES = Path.of("src/site/prometheus-rules.yml");
    private static final Path DASHBOARD = Path.of("src/site/grafana-dashboard.json");
    private static final String GOALS =
            """
            goals:
              - id: less-energy
                title: {en: Less energy, nl: Minder energie, fr: Moins d'électricité}
                practice: server-room-monitoring
                kpi: dc_energy_total
                period: month
                baseline: {month: 2026-09}
                target: {change: -20%}
                by: 2030-12
                owner: {en: Head of ICT, nl: Hoofd ICT, fr: Responsable informatique}
            """;

    @TempDir static Path folder;

    private static Program program;
    private static Path file;

    @BeforeAll
    static void run() throws IOException {
        program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        Files.writeString(program.workspace().resolve("config/goals.yaml"), GOALS);
        file = folder.resolve("town.prom");
        Ended run = program.inProcess("run", "--metrics", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/site/prometheus-rules.yml", "src/site/grafana-dashboard.json"})
    void namesOnlyMetricsThatARunExposes(String asking) throws IOException {
        Set<String> asked = names(Files.readString(Path.of(asking)), "\\b(wattpeil_\\w+)");

        assertThat(asked).hasSizeGreaterThan(6).isSubsetOf(exposed());
    }

    @Test
    void dashboardShowsEveryMetric() throws IOException {
        JsonMapper.shared().readTree(Files.readString(DASHBOARD));

        assertThat(names(Files.readString(DASHBOARD), "\\b(wattpeil_\\w+)")).isEqualTo(exposed());
    }

    @Test
    void countsTheRunsAndWhatTheyDid() throws IOException {
        assertThat(Files.readAllLines(file))
                .contains(
                        "wattpeil_documents_total{source=\"example\"} 1.0",
                        "wattpeil_job_failing{name=\"compute\"} 0.0",
                        "wattpeil_source_waiting_documents{source=\"print\"} 0.0",
                        "wattpeil_goal_verdict{goal=\"less-energy\",verdict=\"starts\"} 1.0")
                .noneMatch(line -> line.contains(folder.toString()));
    }

    @Test
    void tellsOfAWorkspaceThatIsWrong() throws IOException {
        Path town = folder.resolve("other.prom");
        Path settings = program.workspace().resolve("config/goals.yaml");
        Files.copy(file, town);
        Files.writeString(settings, "goalz: []\n");
        Ended wrong = program.inProcess("run", "--metrics", town.toString());
        Files.writeString(settings, GOALS);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(Files.readAllLines(town))
                .contains(
                        "wattpeil_workspace_usable 0.0",
                        "wattpeil_job_failing{name=\"compute\"} 1.0",
                        "wattpeil_runs_total{outcome=\"done\"} 1.0",
                        "wattpeil_runs_total{outcome=\"failed\"} 1.0");
    }

    /** By runs that write no file: what they count goes on all the same. */
    @Test
    void givesThemToAPushgatewayAndGoesOnCounting() throws IOException {
        List<String> given = new ArrayList<>();
        HttpServer gateway =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(
                "/metrics/job/wattpeil/workspace/town",
                exchange -> {
                    given.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(given.size() < 3 ? 200 : 500, -1);
                    exchange.close();
                });
        gateway.start();
        String address = "http://localhost:" + gateway.getAddress().getPort();
        String[] run = {"run", "--push", address, "--workspace-label", "town"};
        try {
            program.inProcess(run);
            assertThat(program.inProcess(run).code()).isZero();
            Ended refused = program.inProcess(run);

            assertThat(given.get(1).lines())
                    .contains(
                            "wattpeil_runs_total{outcome=\"nothing_to_do\",workspace=\"town\"} 2.0",
                            "wattpeil_job_failing{name=\"compute\",workspace=\"town\"} 0.0",
                            "wattpeil_read_bytes_total{source=\"example\",workspace=\"town\"} 0.0");
            assertThat(refused.code()).as("as if nobody watched").isZero();
            assertThat(refused.err())
                    .containsOnlyOnce("the Pushgateway " + address + " answers 500");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void leavesTheFileAloneWhereTheRunIsRefused() throws IOException {
        String before = Files.readString(file);
        Ended refused = program.inProcess("run", "--metrics", file.toString(), "--job", "nothing");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void prometheusTakesTheRulesAndTheMetrics() throws Exception {
        Path tool = promtool();

        assertThat(ended(tool, Path.of("/dev/null"), "check", "rules", RULES.toString())).isZero();
        assertThat(ended(tool, file, "check", "metrics")).isZero();
    }

    /** Each alert of {@link #RULES}, fired by what it is about and by nothing less. */
    @Test
    void alertsFireOnWhatTheyAreAbout() throws Exception {
        Path test = folder.resolve("alerts.yml");
        Files.writeString(
                test,
                """
                rule_files: ["%s"]
                evaluation_interval: 5m
                tests:
                  - interval: 5m
                    input_series:
                      - {series: 'wattpeil_source_last_reading_timestamp_seconds{source="ups"}', values: "0x1500"}
                      - {series: 'wattpeil_job_failing{name="ups"}', values: "1x1500"}
                      - {series: 'wattpeil_job_failing{name="compute"}', values: "0x1500"}
                      - {series: 'wattpeil_runs_total{outcome="failed"}', values: "0+1x1500"}
                      - {series: 'wattpeil_rejects_total{source="ups"}', values: "0+2x1500"}
                      - {series: 'wattpeil_records_total{source="ups"}', values: "0+98x1500"}
                      - {series: 'wattpeil_rejects_total{source="print"}', values: "0+1x1500"}
                      - {series: 'wattpeil_records_total{source="print"}', values: "0+199x1500"}
                      - {series: 'wattpeil_workspace_usable', values: "1x1500"}
                      - {series: 'wattpeil_store_readable', values: "1x1500"}
                    promql_expr_test:
                      - {expr: 'count(ALERTS{alertstate="firing"}) by (alertname)', eval_time: 71h, exp_samples: [%s]}
                      - {expr: 'count(ALERTS{alertstate="firing"}) by (alertname)', eval_time: 100h, exp_samples: [%s]}
                """
                        .formatted(
                                RULES.toAbsolutePath(),
                                alerts("JobFailing", "RejectsAboveShare", "RunFailed"),
                                alerts(
                                        "JobFailing",
                                        "RejectsAboveShare",
                                        "RunFailed",
                                        "SourceSilent")));

        assertThat(ended(promtool(), Path.of("/dev/null"), "test", "rules", test.toString()))
                .isZero();
    }

    private static String alerts(String... names) {
        return String.join(
                ", ",
                List.of(names).stream()
                        .map(it -> "{labels: '{alertname=\"Wattpeil" + it + "\"}', value: 1}")
                        .toList());
    }

    private static Path promtool() {
        Path prometheus = RealServer.program("WATTPEIL_PROMETHEUS", "/usr/bin/prometheus");
        return RealServer.program(
                "WATTPEIL_PROMTOOL", prometheus.resolveSibling("promtool").toString());
    }

    private static int ended(Path tool, Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("promtool.out").toFile())
                        .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static Set<String> exposed() throws IOException {
        return names(Files.readString(file), "(?m)^(wattpeil_\\w+)");
    }

    private static Set<String> names(String text, String pattern) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
