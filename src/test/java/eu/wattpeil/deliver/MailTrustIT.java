package eu.wattpeil.deliver;

import static eu.wattpeil.deliver.DeliveryBench.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said to a mail server before it is encrypted and known to be the right one. */
class MailTrustIT {

    private static final String KEY_STORE = "greenmail.tls.keystore.file";
    private static final String STORE_PASSWORD = "greenmail.tls.keystore.password";

    @TempDir Path root;

    @Test
    void encryptsByStartTlsBeforeItSaysAnything() throws Exception {
        certificate("good", "san=dns:localhost");
        try (FakeMailServer server = FakeMailServer.start(root.resolve("good.p12"))) {
            assertThat(bench("starttls", server.port(), "good").run()).isEmpty();

            assertThat(server.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.isEncrypted()).isTrue());
            assertThat(server.commands().get(1)).isEqualTo("STARTTLS");
            assertThat(server.commands().subList(0, 2)).noneMatch(it -> it.startsWith("MAIL"));
        }
    }

    @Test
    void saysNothingToAServerOfAnotherNameOrAuthority() throws Exception {
        certificate("good", "san=dns:localhost");
        certificate("elsewhere", "san=dns:mail.example");
        try (FakeMailServer server = FakeMailServer.start(root.resolve("elsewhere.p12"))) {
            assertThat(bench("starttls", server.port(), "elsewhere").run())
                    .singleElement()
                    .asString()
                    .contains(
                            "mail server localhost:"
                                    + server.port()
                                    + " shows a certificate that is not for its name, expected one"
                                    + " that is; attempt 1 of 12");
            assertThat(bench("starttls", server.port(), "good").again())
                    .singleElement()
                    .asString()
                    .contains(
                            " shows a certificate of no authority that is trusted, expected one;"
                                    + " trust: FILE names the certificates, in PEM, of an authority"
                                    + " of your own; attempt 1 of 12");
            assertThat(server.commands()).noneMatch(it -> it.matches("(MAIL|RCPT|AUTH).*"));
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void saysNothingToAServerThatOffersNoEncryption() throws Exception {
        certificate("good", "san=dns:localhost");
        try (FakeMailServer server = FakeMailServer.start()) {
            assertThat(bench("starttls", server.port(), "good").run())
                    .singleElement()
                    .asString()
                    .contains(
                            " offers no STARTTLS, expected it; security: tls is for servers that");
            assertThat(bench("tls", server.port(), "good").again())
                    .singleElement()
                    .asString()
                    .contains(" agrees on no encryption (TLS); attempt 1 of 12");
            assertThat(server.commands()).noneMatch(it -> it.matches("(MAIL|RCPT|AUTH).*"));
        }
    }

    @Test
    void logsInOverTls() throws Exception {
        certificate("good", "san=dns:localhost");
        System.setProperty(KEY_STORE, root.resolve("good.p12").toString());
        System.setProperty(STORE_PASSWORD, FakeMailServer.PASSWORD);
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
        try {
            server.setUser("wattpeil@waterdam.example", "wattpeil", "good word");
            server.start();
            int port = server.getSmtps().getPort();
            DeliveryBench bench = bench("tls", port, "good", "user: wattpeil");
            assertThat(bench.run())
                    .containsExactly(
                            "delivery management, 2026-10: environment variable MAIL_PASSWORD is"
                                    + " missing or cannot be read, expected the password of mail"
                                    + " server localhost:"
                                    + port
                                    + "; attempt 1 of 12, runs from 2026-11-01 03:15 on try again");
            bench.knowing(Map.of("MAIL_PASSWORD", "bad word"));
            assertThat(bench.again())
                    .singleElement()
                    .asString()
                    .contains(" refuses user or password, expected those of smtp: in config/")
                    .doesNotContain("bad word");
            bench.knowing(Map.of("MAIL_PASSWORD", "good word"));
            assertThat(bench.again()).isEmpty();

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Gemeente Waterdam: ICT-energie en printen in oktober 2026");
            String kept =
                    DeliveryBench.allText(root.resolve("store"))
                            + DeliveryBench.allText(root.resolve(".wattpeil"));
            assertThat(kept).doesNotContain("word", "els@");
        } finally {
            server.stop();
            System.clearProperty(KEY_STORE);
            System.clearProperty(STORE_PASSWORD);
        }
    }

    private DeliveryBench bench(String security, int port, String trust, String... more)
            throws IOException {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "smtp:",
                                "  host: localhost",
                                "  port: " + port,
                                "  security: " + security,
                                "  trust: " + trust + ".pem",
                                "  from: Wattpeil <wattpeil@waterdam.example>"));
        for (String line : more) {
            lines.add("  " + line);
            lines.add("  password: {env: MAIL_PASSWORD}");
        }
        lines.addAll(
                List.of(
                        "deliveries:",
                        "  - id: management",
                        "    report: monthly",
                        "    to: [els@waterdam.example]",
                        "    forms: [json]"));
        return new DeliveryBench(root).with(lines.toArray(String[]::new)).published(OCTOBER, 1);
    }

    /** A key with a certificate that it has signed itself, and that alone in PEM. */
    private void certificate(String name, String extension) throws Exception {
        keytool(
                name,
                List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", extension));
        String pem = root.resolve(name + ".pem").toString();
        keytool(name, List.of("-exportcert", "-rfc", "-file", pem));
        assertThat(Files.readString(Path.of(pem))).contains("BEGIN CERTIFICATE");
    }

    private void keytool(String name, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-alias", name));
        command.addAll(List.of("-keystore", root.resolve(name + ".p12").toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", FakeMailServer.PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
