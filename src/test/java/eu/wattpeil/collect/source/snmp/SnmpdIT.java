package eu.wattpeil.collect.source.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.RealServer;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source snmp, against the agent of Net-SNMP, which says what a rack PDU and a UPS would. */
class SnmpdIT {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
    private static final String COMMUNITY = "  community: {env: COMMUNITY}\n";
    private static final String USER =
            "  user: wattpeil\n"
                    + "  authentication: {protocol: SHA-256, passphrase: {env: AUTHENTICATION}}\n"
                    + "  privacy: {protocol: AES-128, passphrase: {env: PRIVACY}}\n";
    private static final String POWER = "\"values\":{\"power.1\":27,\"energy.1\":19677}";

    private static RealServer server;
    private static String[] command;

    @TempDir Path root;

    @BeforeAll
    static void start() throws Exception {
        Path snmpd = RealServer.program("WATTPEIL_SNMPD", "/usr/sbin/snmpd");
        server = new RealServer("snmpd", Optional.empty());
        Path settings = server.folder().resolve("snmpd.conf");
        Files.writeString(
                settings,
                """
                [snmp] persistentDir %s
                rocommunity town-hall 127.0.0.1
                createUser wattpeil SHA-256 "passphrase-one" AES "passphrase-two"
                rouser wattpeil priv
                override 1.3.6.1.4.1.318.1.1.26.4.3.1.5.1 integer 27
                override 1.3.6.1.4.1.318.1.1.26.4.3.1.9.1 integer 19677
                override 1.3.6.1.2.1.33.1.4.3.0 integer 2
                override 1.3.6.1.2.1.33.1.4.4.1.4.1 integer 410
                override 1.3.6.1.2.1.33.1.4.4.1.4.2 integer 395
                override 1.3.6.1.4.1.1718.4.1.8.3.1.7.1.1.1 integer 35
                override 1.3.6.1.4.1.1718.4.1.8.3.1.7.1.1.2 integer -1
                override 1.3.6.1.2.1.43.10.2.1.3.1.1 integer 7
                override 1.3.6.1.2.1.43.10.2.1.4.1.1 counter 51234
                override 1.3.6.1.4.1.641.6.4.2.1.1.2.1.1 integer 16
                override 1.3.6.1.4.1.641.6.4.2.1.1.2.1.2 integer 18
                override 1.3.6.1.4.1.641.6.4.2.1.1.3.1.1 integer 4
                override 1.3.6.1.4.1.641.6.4.2.1.1.3.1.2 integer 4
                override 1.3.6.1.4.1.641.6.4.2.1.1.4.1.1 counter 40000
                override 1.3.6.1.4.1.641.6.4.2.1.1.4.1.2 counter 700
                """
                        .formatted(server.folder().resolve("state")));
        command =
                new String[] {
                    snmpd.toString(),
                    "-f",
                    "-Lo",
                    "-C",
                    "-c",
                    settings.toString(),
                    "udp:127.0.0.1:" + server.port()
                };
        startAgain();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void readsWhatAnAgentOfAnotherMakerSays() throws IOException {
        assertThat(fetch("pdu", "apc-rpdu2", COMMUNITY)).contains(POWER);
        assertThat(fetch("ups", "ups-mib", USER))
                .contains("\"output_power.1\":410,\"output_power.2\":395");
        assertThat(fetch("outlets", "servertech-sentry4", COMMUNITY + "  outlets: true\n"))
                .contains("\"outlet_power.1.1.1\":35,\"outlet_power.1.1.2\":-1");
        assertThat(fetch("printer", "printer-lexmark", COMMUNITY))
                .contains("\"unit.1.1\":7,\"life_count.1.1\":51234")
                .contains("\"printed.1.1\":40000,\"printed.1.2\":700");
    }

    @Test
    void tellsWhoIsNotLetIn() {
        assertFails("apc-rpdu2", "  community: {env: PRIVACY}\n", "is the community right?");
        assertFails(
                "ups-mib",
                USER.replace("env: AUTHENTICATION", "env: COMMUNITY"),
                "are the passphrases and protocols of authentication and privacy right?");
        assertFails("ups-mib", USER.replace("env: PRIVACY", "env: COMMUNITY"), "privacy right?");
        assertFails("ups-mib", USER.replace("wattpeil", "nobody"), "usmStatsUnknownUserNames");
    }

    /** What it says after all, to questions that nobody waits for any more, is no answer. */
    @Test
    void takesNothingOfAnAgentThatAnswersTooLate() throws Exception {
        server.signal("STOP");
        assertFails("apc-rpdu2", COMMUNITY, "gives no answer (asked 2 times, 1000 ms each)");
        server.signal("CONT");

        assertThat(fetch("late", "apc-rpdu2", COMMUNITY)).contains(POWER);
        assertThat(fetch("late-ups", "ups-mib", USER)).contains("\"output_power.1\":410");
    }

    @Test
    void takesAnAnswerThatComesWithinTheTime() throws Exception {
        server.signal("STOP");
        Thread waker =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(500);
                                server.signal("CONT");
                            } catch (Exception failure) {
                                throw new AssertionError(failure);
                            }
                        });
        waker.start();
        assertThat(fetch("slow", "apc-rpdu2", COMMUNITY)).contains(POWER);
        waker.join();
    }

    /** Of v3 it also tells by the count of its starts. */
    @Test
    void asksAnAgentAgainThatWasKilledBetweenTwoPolls() throws Exception {
        assertThat(fetch("before", "ups-mib", USER)).contains("\"output_power.1\":410");
        server.kill();
        assertFails("ups-mib", USER, "gives no answer");

        startAgain();
        assertThat(fetch("after", "ups-mib", USER)).contains("\"output_power.1\":410");
    }

    private static void startAgain() throws Exception {
        Path folder = Files.createTempDirectory(server.folder(), "look");
        server.start(() -> fetch(folder, "start", "apc-rpdu2", COMMUNITY), command);
    }

    private void assertFails(String kind, String login, String message) {
        assertThatThrownBy(() -> fetch("failing", kind, login))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("127.0.0.1")
                .hasMessageNotContaining("passphrase-one")
                .hasMessageNotContaining("town-hall");
        assertThat(root.resolve("landed/failing"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    private String fetch(String name, String kind, String login) throws IOException {
        return fetch(root, name, kind, login);
    }

    /** Asks once, and gives the line that landed. */
    private static String fetch(Path root, String name, String kind, String login)
            throws IOException {
        Path file = root.resolve(name + ".yaml");
        Files.writeString(
                file,
                "source:\n  snmp:\n    device: {host: \"127.0.0.1:%d\", kind: %s}\n"
                                .formatted(server.port(), kind)
                        + login
                        + "  complete: each-poll\n  timeout: PT1S\n  retries: 1\n");
        Problems problems = new Problems();
        Section source = Sections.read(root, file, problems).section("source");
        SnmpSource made =
                SnmpSource.of(
                        new SourceContext(
                                source,
                                false,
                                root,
                                ZoneOffset.UTC,
                                Map.of(
                                        "COMMUNITY", "town-hall",
                                        "AUTHENTICATION", "passphrase-one",
                                        "PRIVACY", "passphrase-two")));
        assertThat(problems.all()).isEmpty();
        Landing landing = new Landing(root, name, Clock.fixed(NOW, ZoneOffset.UTC), () -> false);
        made.fetch(landing);
        String answer = landing.names().get(0);
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(
                                root.resolve("landed").resolve(name).resolve(answer)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
