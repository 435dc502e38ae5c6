package eu.wattpeil.collect.source.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.snmp.Poll;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.PDU;
import org.snmp4j.smi.OctetString;

/** Devices are asked over SNMP on loopback, and each of their faults is told as what it is. */
class SnmpSourceTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NOON = Instant.parse("2026-09-01T10:00:00Z");
    private static final String POWER = "1.3.6.1.4.1.318.1.1.26.4.3.1.5";
    private static final String ENERGY = "1.3.6.1.4.1.318.1.1.26.4.3.1.9";

    @TempDir private Path root;

    private final Map<String, String> environment = new TreeMap<>();
    private TestAgent agent;

    @BeforeEach
    void start() throws IOException {
        agent = new TestAgent();
        agent.put(POWER + ".1", 27).put(ENERGY + ".1", 19677);
        environment.put("TOWN", TestAgent.COMMUNITY);
        environment.put("AUTHENTICATION", TestAgent.AUTHENTICATION);
        environment.put("PRIVACY", TestAgent.PRIVACY);
    }

    @AfterEach
    void stop() throws IOException {
        agent.close();
    }

    @Test
    void keepsWhatADeviceSaysAsItSaysIt() throws IOException {
        fetch(v2c("apc-rpdu2", "complete: each-poll"), NOON);

        assertThat(landed())
                .containsExactly(
                        "{\"at\":\"2026-09-01T10:00:00Z\",\"target\":\"pdu-a\",\"kind\":\"apc-rpdu2\","
                                + "\"uptime\":4711,\"values\":{\"power.1\":27,\"energy.1\":19677}}");
        assertThat(names()).containsExactly("snmp-20260901T100000Z.ndjson.gz");
    }

    @Test
    void asksAsAUserWithAuthenticationAndPrivacy() throws IOException {
        fetch(v3("SHA-256", "AES-128"), NOON);

        assertThat(polls()).singleElement().extracting(Poll::target).isEqualTo("pdu-a");
    }

    @Test
    void asksForOutletsOnlyWhereTheyAreWanted() throws IOException {
        agent.put("1.3.6.1.4.1.318.1.1.26.9.4.3.1.7.1", 13);

        fetch(v2c("apc-rpdu2", "complete: each-poll"), NOON);
        fetch(v2c("apc-rpdu2", "complete: each-poll\n  outlets: true"), NOON.plusSeconds(60));

        assertThat(polls())
                .extracting(poll -> poll.values().containsKey("outlet_power.1"))
                .containsExactly(false, true);
    }

    @Test
    void takesOfTheSensorsOfATableOnlyThoseThatAreMeant() throws IOException {
        String values = "1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.";
        String digits = "1.3.6.1.4.1.13742.6.3.3.4.1.7.1.1.";
        agent.put(Map.of(values + 1, 680L, values + 4, 233L, values + 5, 138L, values + 8, 99L));
        agent.put(Map.of(digits + 1, 3L, digits + 5, 0L, digits + 8, 0L));

        fetch(v2c("raritan-px2", "complete: each-poll"), NOON);

        assertThat(polls().get(0).values())
                .containsEntry("inlet_power.1.1.5", "138")
                .containsEntry("inlet_energy.1.1.8", "99")
                .containsEntry("inlet_digits.1.1.5", "0")
                .doesNotContainKeys("inlet_power.1.1.4", "inlet_energy.1.1.5");
    }

    @Test
    void readsTablesOfManyRowsInSeveralQuestions() throws IOException {
        for (int row = 1; row <= 250; row++) {
            agent.put("1.3.6.1.4.1.318.1.1.26.10.2.2.1.8." + row, 200 + row % 50);
        }

        fetch(v2c("apc-rpdu2", "complete: each-poll"), NOON);

        assertThat(polls().get(0).values()).hasSize(252).containsEntry("temperature.250", "200");
    }

    @Test
    void aTextOfADeviceIsKeptWithoutControlCharacters() throws IOException {
        agent.put(POWER + ".1", new OctetString("27\u0000\u001b"));

        fetch(v2c("apc-rpdu2", "complete: each-poll"), NOON);

        assertThat(polls().get(0).values()).containsEntry("power.1", "27");
    }

    @Test
    void oneThatIsSilentLeavesTheOthersAlone() throws IOException {
        try (TestAgent silent = new TestAgent()) {
            silent.mostAnswers = 0;
            String both =
                    "source:\n  snmp:\n    pdu-b: {host: \"localhost:%d\", kind: apc-rpdu2}\n"
                                    .formatted(silent.port())
                            + "    pdu-a: {host: \"localhost:%d\", kind: apc-rpdu2}\n"
                                    .formatted(agent.port())
                            + "  community: {env: TOWN}\n  timeout: PT0.1S\n  complete: each-poll\n";

            assertThatThrownBy(() -> fetch(both, NOON))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("pdu-b gives no answer (asked 3 times, 100 ms each)")
                    .hasMessageContaining("is the community right?")
                    .hasMessageNotContaining("localhost")
                    .hasMessageNotContaining("127.0.0.1");

            assertThat(polls()).singleElement().extracting(Poll::target).isEqualTo("pdu-a");
        }
    }

    @Test
    void aPollThatBreaksOffIsNoPoll() throws IOException {
        agent.mostAnswers = 2;

        assertFails(v2c("apc-rpdu2", quick()), "pdu-a gives no answer");

        assertThat(names()).isEmpty();
    }

    @Test
    void aWrongCommunityIsSilence() {
        environment.put("TOWN", "public");

        assertFails(
                v2c("apc-rpdu2", quick()), "is the community right? With a wrong one it is silent");
    }

    @Test
    void whatAUserIsRefusedForIsNamed() {
        environment.put("AUTHENTICATION", "another passphrase");
        assertFails(v3("SHA-256", "AES-128"), "usmStatsWrongDigests");
        environment.put("AUTHENTICATION", TestAgent.AUTHENTICATION);
        environment.put("PRIVACY", "another passphrase");
        assertFails(v3("SHA-256", "AES-128"), "privacy");
        assertFails(
                v3("SHA-256", "AES-128").replace("user: wattpeil", "user: nobody"),
                "usmStatsUnknownUserNames");
        assertFails(v3("SHA-512", "AES-128"), "usmStatsWrongDigests");
    }

    @Test
    void aSecretThatIsMissingIsToldBeforeAndWhenItIsAsked() throws IOException {
        environment.remove("TOWN");

        assertThat(source(v2c("apc-rpdu2", "")).concerns())
                .containsExactly("environment variable TOWN is missing, expected a secret in it");
        assertFails(v2c("apc-rpdu2", ""), "environment variable TOWN is missing");
        assertThat(agent.requests).hasValue(0);
    }

    @Test
    void weakProtocolsAreToldOf() throws IOException {
        assertThat(source(v3("MD5", "DES")).concerns())
                .hasSize(2)
                .allMatch(text -> text.contains("is weak, expected SHA-256 and AES-128 or better"));
        assertThat(source(v3("SHA-256", "AES-256")).concerns()).isEmpty();
        environment.put("PRIVACY", "short");
        assertThat(source(v3("SHA-256", "AES-256")).concerns())
                .singleElement()
                .asString()
                .contains("is too short, expected a passphrase of at least 8 characters");
    }

    @Test
    void aDeviceOfAnotherKindIsTold() {
        assertFails(
                v2c("vertiv", patient()),
                "pdu-a gives no object of the kind vertiv, expected one at least");
    }

    @Test
    void rowsThatGoRoundAreTold() {
        agent.isGoingRound = true;

        assertFails(v2c("apc-rpdu2", patient()), "in a wrong order, so that they would not end");
    }

    @Test
    void aTableWithoutEndIsTold() {
        for (int row = 1; row <= Agent.MOST_ROWS + 1; row++) {
            agent.put("1.3.6.1.4.1.318.1.1.26.10.2.2.1.8." + row, 1);
        }

        assertFails(v2c("apc-rpdu2", "timeout: PT5S"), "more than 5000 rows");
    }

    @Test
    void aDeviceThatStartsAnewWhileItIsAskedIsAskedAgainLater() throws IOException {
        agent.uptimeLater = java.util.Optional.of(3L);
        assertFails(v2c("apc-rpdu2", patient()), "pdu-a started anew while it was asked");

        agent.uptimeLater = java.util.Optional.empty();
        fetch(v2c("apc-rpdu2", patient()), NOON);

        assertThat(polls()).singleElement().extracting(Poll::uptimeHundredths).isEqualTo(3L);
    }

    @Test
    void errorsOfAnAgentAreTold() {
        agent.error = PDU.authorizationError;
        assertFails(v2c("apc-rpdu2", patient()), "does not let this login read");
        agent.error = PDU.resourceUnavailable;
        assertFails(v2c("apc-rpdu2", patient()), "answers with the error");
    }

    @Test
    void aHostThatIsNotThereIsToldWithoutItsName() {
        assertFails(
                v2c("apc-rpdu2", quick()).replaceFirst("localhost:\\d+", "kanarie.invalid"),
                "pdu-a is not found: its host has no address");
    }

    @Test
    void aDayIsOneDocumentWhenItIsOver() throws IOException {
        String daily = v2c("apc-rpdu2", "");
        fetch(daily, Instant.parse("2026-08-31T21:45:00Z"));
        fetch(daily, Instant.parse("2026-08-31T22:00:00Z"));
        assertThat(names()).containsExactly("snmp-2026-08-31.ndjson.gz");
        fetch(daily, Instant.parse("2026-09-01T21:59:00Z"));
        assertThat(names()).hasSize(1);
        assertThat(source(daily).askedUntil(reach(NOON)))
                .contains(Instant.parse("2026-09-01T21:59:00Z"));

        fetch(daily, Instant.parse("2026-09-01T22:00:00Z"));

        assertThat(names())
                .containsExactly("snmp-2026-08-31.ndjson.gz", "snmp-2026-09-01.ndjson.gz");
        assertThat(polls())
                .extracting(poll -> poll.at().toString())
                .containsExactly(
                        "2026-08-31T21:45:00Z", "2026-08-31T22:00:00Z", "2026-09-01T21:59:00Z");
        assertThat(source(daily).known(reach(NOON)).documents()).hasSize(2);
    }

    @Test
    void aDayClosesThoughNoDeviceAnswers() throws IOException {
        String daily = v2c("apc-rpdu2", quick().replace("complete: each-poll\n  ", ""));
        fetch(daily, NOON);
        agent.mostAnswers = 0;

        assertFails(daily, "gives no answer", NOON.plus(Duration.ofDays(1)));

        assertThat(names()).containsExactly("snmp-2026-09-01.ndjson.gz");
    }

    @Test
    void nobodyIsAskedOnceAStopIsAskedFor() throws IOException {
        Landing landing = new Landing(root, "power", Clock.fixed(NOON, BRUSSELS), () -> true);

        source(v2c("apc-rpdu2", "")).fetch(landing);

        assertThat(agent.requests).hasValue(0);
    }

    @Test
    void noHostIsWrittenAnywhere() throws IOException {
        fetch(v2c("apc-rpdu2", ""), NOON);

        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("power.yaml")) {
                    assertThat(file.getFileName().toString()).doesNotContain("localhost");
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("localhost", "127.0.0.1", TestAgent.COMMUNITY);
                }
            }
        }
    }

    @Test
    void whatIsWrongIsToldAtItsLine() throws IOException {
        assertThat(problems(v2c("apc-rpdu3", "")))
                .containsExactly(
                        "power.yaml:3: kind is \"apc-rpdu3\", did you mean \"apc-rpdu2\"?");
        assertThat(problems(v2c("apc-rpdu2", "").replace("pdu-a:", "\"pdu a\":")))
                .containsExactly(
                        "power.yaml:3: the alias is \"pdu a\", expected at most 60 letters, digits,"
                                + " ., - and _");
        assertThat(problems(v2c("apc-rpdu2", "").replace("{env: TOWN}", "public")))
                .containsExactly(
                        "power.yaml:4: community is given openly, expected {env: NAME} or {file:"
                                + " PATH}");
        assertThat(problems(v2c("apc-rpdu2", "").replace("  community: {env: TOWN}\n", "")))
                .singleElement()
                .asString()
                .startsWith(
                        "power.yaml:2: source has neither community and user, expected community");
        assertThat(problems(v2c("apc-rpdu2", "complete: week")))
                .singleElement()
                .asString()
                .startsWith("power.yaml:5: complete is \"week\"");
        assertThat(problems(v2c("apc-rpdu2", "timeout: PT1H")))
                .singleElement()
                .asString()
                .startsWith(
                        "power.yaml:5: timeout is \"PT1H\", expected an ISO-8601 duration from");
        assertThat(problems(v3("SHA1", "AES-128")))
                .singleElement()
                .asString()
                .startsWith("power.yaml:5: protocol is \"SHA1\"");
        assertThat(problems(v2c("apc-rpdu2", "").replaceFirst("localhost:\\d+", "kan arie")))
                .containsExactly(
                        "power.yaml:3: host is no host, expected one such as ups.example or"
                                + " [::1]:161");
    }

    @Test
    void tellsAKindWhoseValuesAreOfAnotherDataset() throws IOException {
        String meters = v2c("apc-ups", "");
        String printers = v2c("printer-xerox", "");

        assertThat(problems(meters, "meter_readings")).isEmpty();
        assertThat(problems(printers, "printer_counters")).isEmpty();
        assertThat(problems(meters, "printer_counters"))
                .singleElement()
                .asString()
                .startsWith(
                        "power.yaml:3: kind is apc-ups, which fills meter_readings, expected one"
                                + " for printer_counters: printer, printer-")
                .doesNotContain("ups-mib");
        assertThat(problems(printers, "meter_readings"))
                .singleElement()
                .asString()
                .startsWith("power.yaml:3: kind is printer-xerox, which fills printer_counters")
                .contains("ups-mib");
    }

    private String v2c(String kind, String more) {
        return "source:\n  snmp:\n    pdu-a: {host: \"localhost:%d\", kind: %s}\n"
                        .formatted(agent.port(), kind)
                + "  community: {env: TOWN}\n"
                + (more.isEmpty() ? "" : "  " + more + "\n");
    }

    private String v3(String authentication, String privacy) {
        return "source:\n  snmp:\n    pdu-a: {host: \"localhost:%d\", kind: apc-rpdu2}\n"
                        .formatted(agent.port())
                + "  user: wattpeil\n"
                + "  authentication: {protocol: %s, passphrase: {env: AUTHENTICATION}}\n"
                        .formatted(authentication)
                + "  privacy: {protocol: %s, passphrase: {env: PRIVACY}}\n".formatted(privacy)
                + "  complete: each-poll\n  timeout: PT2S\n  retries: 1\n";
    }

    /** For an agent that answers, however busy the machine is. */
    private static String patient() {
        return quick().replace("PT0.1S", "PT10S");
    }

    private static String quick() {
        return "complete: each-poll\n  timeout: PT0.1S\n  retries: 1";
    }

    private void assertFails(String text, String message) {
        assertFails(text, message, NOON);
    }

    private void assertFails(String text, String message, Instant at) {
        assertThatThrownBy(() -> fetch(text, at))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private void fetch(String text, Instant at) throws IOException {
        source(text).fetch(landing(at));
    }

    private Landing landing(Instant at) {
        return new Landing(root, "power", Clock.fixed(at, BRUSSELS), () -> false);
    }

    private Reach reach(Instant at) throws IOException {
        return new Reach(
                root, landing(at), SeenFiles.load(root.resolve("seen"), Clock.fixed(at, BRUSSELS)));
    }

    private SnmpSource source(String text) throws IOException {
        Problems problems = new Problems();
        SnmpSource source = SnmpSource.of(context(text, problems));
        assertThat(problems.all()).isEmpty();
        return source;
    }

    private List<String> problems(String text) throws IOException {
        return problems(text, "");
    }

    private List<String> problems(String text, String dataset) throws IOException {
        Problems problems = new Problems();
        SnmpSource.of(context(text, dataset, problems));
        return problems.all().stream().map(Problem::toString).toList();
    }

    private SourceContext context(String text, Problems problems) throws IOException {
        return context(text, "", problems);
    }

    private SourceContext context(String text, String dataset, Problems problems)
            throws IOException {
        Path file = root.resolve("power.yaml");
        Files.writeString(file, text);
        Section source = Sections.read(root, file, problems).section("source");
        return new SourceContext(source, dataset, false, root, BRUSSELS, environment);
    }

    private List<Poll> polls() throws IOException {
        List<Poll> polls = new ArrayList<>();
        for (String line : landed()) {
            polls.add(Poll.of(line.getBytes(StandardCharsets.UTF_8)).orElseThrow());
        }
        return polls;
    }

    private List<String> landed() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            try (InputStream in =
                    new GZIPInputStream(
                            Files.newInputStream(root.resolve("landed/power").resolve(name)))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private List<String> names() throws IOException {
        return landing(NOON).names();
    }
}
