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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source snmp, against the agent of Net-SNMP, which says what a rack PDU and a UPS would. */
class SnmpdIT {

    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    @TempDir Path root;

    @Test
    void readsWhatAnAgentOfAnotherMakerSays() throws Exception {
        Path snmpd = RealServer.program("WATTPEIL_SNMPD", "/usr/sbin/snmpd");
        try (RealServer server = new RealServer("snmpd", Optional.empty())) {
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
                    """
                            .formatted(server.folder().resolve("state")));
            String community = "  community: {env: COMMUNITY}\n";
            server.start(
                    () -> fetch("start", server.port(), "apc-rpdu2", community),
                    snmpd.toString(),
                    "-f",
                    "-Lo",
                    "-C",
                    "-c",
                    settings.toString(),
                    "udp:127.0.0.1:" + server.port());

            assertThat(fetch("pdu", server.port(), "apc-rpdu2", community))
                    .contains("\"values\":{\"power.1\":27,\"energy.1\":19677}");
            assertThat(
                            fetch(
                                    "ups",
                                    server.port(),
                                    "ups-mib",
                                    "  user: wattpeil\n"
                                            + "  authentication: {protocol: SHA-256, passphrase:"
                                            + " {env: AUTHENTICATION}}\n"
                                            + "  privacy: {protocol: AES-128, passphrase: {env:"
                                            + " PRIVACY}}\n"))
                    .contains("\"output_power.1\":410,\"output_power.2\":395");
            assertThatThrownBy(
                            () ->
                                    fetch(
                                            "wrong",
                                            server.port(),
                                            "apc-rpdu2",
                                            "  community: {env: PRIVACY}\n"))
                    .hasMessageContaining("is the community right?");
        }
    }

    /** Asks once, and gives the line that landed. */
    private String fetch(String name, int port, String kind, String login) throws IOException {
        Path file = root.resolve(name + ".yaml");
        Files.writeString(
                file,
                "source:\n  snmp:\n    device: {host: \"127.0.0.1:%d\", kind: %s}\n"
                                .formatted(port, kind)
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
