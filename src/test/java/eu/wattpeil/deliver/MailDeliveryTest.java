package eu.wattpeil.deliver;

import static eu.wattpeil.deliver.DeliveryBench.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.deliver.DeliveryRecord.Outcome;
import eu.wattpeil.deliver.FakeMailServer.Received;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody gets a report once, whatever becomes of the mail server and of the program. */
class MailDeliveryTest {

    private static final String[] TO_THREE = {
        "role: management",
        "to:",
        "  nl: [els@waterdam.example, \"Jan de Vriès <jan@waterdam.example>\"]",
        "  en: [ann@waterdam.example]",
        "forms: [html, csv]"
    };
    private static final String[] EVERYBODY = {
        "els@waterdam.example", "jan@waterdam.example", "ann@waterdam.example"
    };
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir Path root;

    private FakeMailServer server;
    private DeliveryBench bench;

    @BeforeEach
    void start() throws IOException {
        server = FakeMailServer.start();
        bench = new DeliveryBench(root).withMail(server.port(), TO_THREE).published(OCTOBER, 1);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void sendsToEachTheReportInTheirLanguage() throws Exception {
        assertThat(bench.run()).isEmpty();

        assertThat(server.recipients()).containsExactly(EVERYBODY);
        MimeMessage dutch = message(1);
        assertThat(dutch.getSubject())
                .isEqualTo("Gemeente Waterdam: ICT-energie en printen in oktober 2026");
        assertThat(dutch.getAllRecipients()[0].toString())
                .isEqualTo("=?UTF-8?Q?Jan_de_Vri=C3=A8s?= <jan@waterdam.example>");
        assertThat(dutch.getAllRecipients()).hasSize(1);
        assertThat(dutch.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(dutch.getSentDate()).isEqualTo("2026-11-01T02:00:00Z");
        MimeMultipart parts = (MimeMultipart) dutch.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .startsWith("Rapport van Gemeente Waterdam over oktober 2026\r\n\r\n")
                .containsPattern("\r\n\r\n.* in oktober 2026 .*\\.\r\n\r\nAchter: ")
                .contains(
                        """
                        Bijlagen:\r
                        - 2026-10-report.nl.html: het rapport, voor elke webbrowser, ook zonder netwerk\r
                        - 2026-10-kpis.csv: alle cijfers, als tabel\r
                        \r
                        Dit bericht is voor de leiding. Wattpeil heeft het automatisch verstuurd.\r
                        """);
        assertThat(parts.getCount()).isEqualTo(3);
        for (int i = 1; i < 3; i++) {
            MimeBodyPart file = (MimeBodyPart) parts.getBodyPart(i);
            String name = file.getFileName().substring("2026-10-".length());
            assertThat(file.getInputStream().readAllBytes())
                    .isEqualTo(
                            Files.readAllBytes(root.resolve("reports/2026-10/edition-1/" + name)));
        }
        assertThat(message(2).getSubject())
                .isEqualTo("Gemeente Waterdam: ICT energy and printing in October 2026");
        assertThat(server.commands()).contains("MAIL FROM:<wattpeil@waterdam.example>");
    }

    @Test
    void sendsNothingTwice() {
        bench.run();
        bench.run();
        bench.later(A_DAY);

        assertThat(bench.run()).isEmpty();
        assertThat(bench.again()).isEmpty();
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void keepsNoAddressAnywhere() {
        server.answer("RCPT TO:<jan", "550 5.1.1 <jan@waterdam.example> is not known here");
        List<String> told = bench.run();

        assertThat(told.toString()).doesNotContain("@");
        assertThat(DeliveryBench.allText(root.resolve("store"))).isNotEmpty().doesNotContain("@");
        assertThat(DeliveryBench.allText(root.resolve(".wattpeil"))).doesNotContain("@waterdam");
        assertThat(bench.status().toString()).doesNotContain("@");
        assertThat(bench.workspace().deliveries().toString()).doesNotContain("@");
    }

    @Test
    void letsNobodyWaitForARecipientWhoIsRefused() {
        server.answer("RCPT TO:<jan", "550 5.1.1 <jan@waterdam.example> is not known here");

        assertThat(bench.run())
                .containsExactly(
                        "delivery management, 2026-10: the mail server refuses for good 1 of 3"
                                + " (to.nl, entry 2: 550 5.1.1); correct config/delivery.yaml, then"
                                + " wattpeil run --month 2026-10 --again management sends it");
        bench.later(A_DAY);
        server.answerAsUsual();
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients())
                .containsExactly("els@waterdam.example", "ann@waterdam.example");
        assertThat(bench.status())
                .satisfiesExactly(
                        it -> {
                            assertThat(it.stage()).isEqualTo(DeliveryStatus.Stage.DONE);
                            assertThat(it.delivered()).isEqualTo(2);
                            assertThat(it.refused()).isEqualTo(1);
                        });

        assertThat(bench.again()).isEmpty();
        assertThat(server.recipients()).last().isEqualTo("jan@waterdam.example");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void triesAgainWhoIsRefusedForNow() {
        server.answer("RCPT TO:<jan", "450 4.2.0 <jan@waterdam.example> greylisted");

        assertThat(bench.run())
                .containsExactly(
                        "delivery management, 2026-10: mail server localhost:"
                                + server.port()
                                + " answers 450 4.2.0 to a recipient; attempt 1 of 12, runs from"
                                + " 2026-11-01 03:15 on try again");
        server.answerAsUsual();
        bench.later(Duration.ofMinutes(14));
        assertThat(bench.run()).isEmpty();
        assertThat(server.received()).hasSize(2);
        bench.later(Duration.ofMinutes(1));
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients())
                .containsExactly(
                        "els@waterdam.example", "ann@waterdam.example", "jan@waterdam.example");
    }

    @Test
    void sendsOnceToAServerThatWasDown() throws IOException {
        int port = server.port();
        server.close();

        assertThat(bench.run())
                .containsExactly(
                        "delivery management, 2026-10: mail server localhost:"
                                + port
                                + " accepts no connection; attempt 1 of 12, runs from 2026-11-01"
                                + " 03:15 on try again");
        assertThat(bench.status())
                .satisfiesExactly(
                        it -> {
                            assertThat(it.stage()).isEqualTo(DeliveryStatus.Stage.FAILED);
                            assertThat(it.reason()).endsWith(port + " accepts no connection");
                        });
        server = FakeMailServer.startAt(port);
        bench.later(Duration.ofHours(1));
        assertThat(bench.run()).isEmpty();
        bench.later(A_DAY);
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
    }

    @Test
    void waitsLongerEachTimeAndGivesUpInTheEnd() {
        server.answer("EHLO", "421 4.3.2 closed");
        server.answer("HELO", "421 4.3.2 closed");
        int runs = 0;
        String last = "";
        for (int quarter = 0; quarter < 10 * 24 * 4; quarter++) {
            List<String> told = bench.run();
            if (!told.isEmpty()) {
                runs++;
                last = told.get(0);
            }
            bench.later(Duration.ofMinutes(15));
        }

        assertThat(runs).isEqualTo(12);
        assertThat(last)
                .endsWith(
                        "; given up after 12 attempts: when it is put right, wattpeil run --month"
                                + " 2026-10 --again management sends it");
        assertThat(bench.status().get(0).stage()).isEqualTo(DeliveryStatus.Stage.GIVEN_UP);
        server.answerAsUsual();
        assertThat(bench.run()).isEmpty();
        assertThat(server.received()).isEmpty();
        assertThat(bench.again()).isEmpty();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
    }

    @Test
    void sendsAgainWhatIsCertainlyNotTaken() {
        server.answer("DATA", FakeMailServer.HANG_UP);
        assertThat(bench.run()).hasSize(1);
        server.answerAsUsual();
        server.answer(".", "451 4.3.0 try later");
        bench.later(A_DAY);
        assertThat(bench.run()).hasSize(1);
        assertThat(server.received()).isEmpty();

        server.answerAsUsual();
        bench.later(A_DAY);
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
    }

    @Test
    void doesNotSendAgainByItselfWhatMayBeTaken() throws Exception {
        server.answer(".", FakeMailServer.HANG_UP);

        List<String> told = bench.run();

        assertThat(told.get(0))
                .startsWith(
                        "delivery management, 2026-10: nobody knows whether it came to 1 of 3"
                                + " (to.nl, entry 1: no answer): all ended just when the mail"
                                + " server took it over, and nothing is sent twice; ask, and where"
                                + " it did not come, wattpeil run --month 2026-10 --again"
                                + " management sends it");
        server.answerAsUsual();
        bench.later(A_DAY);
        bench.run();
        bench.later(A_DAY);
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
        assertThat(bench.status().get(0).inDoubt()).isEqualTo(1);

        assertThat(bench.again()).isEmpty();
        assertThat(server.recipients()).hasSize(4).last().isEqualTo(EVERYBODY[0]);
        assertThat(message(3).getMessageID()).isEqualTo(message(0).getMessageID());
        assertThat(message(1).getMessageID()).isNotEqualTo(message(0).getMessageID());
    }

    @Test
    void sendsTheOthersLaterWhereTheConnectionBreaks() {
        server.answer(".", FakeMailServer.RESET);

        List<String> told = bench.run();

        assertThat(told.get(0))
                .contains("nobody knows whether it came to 1 of 3 (to.nl, entry 1: no answer)")
                .contains(
                        "sends it; mail server localhost:"
                                + server.port()
                                + " breaks the connection off; attempt 1 of 12, ");
        assertThat(server.received()).hasSize(1);
        server.answerAsUsual();
        bench.later(A_DAY);
        bench.run();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
    }

    @Test
    void leavesInDoubtWhatAKilledRunHadHandedOver() {
        bench.run();
        DeliveryRecord done = bench.record();
        String first = done.recipients().firstKey();
        DeliveryRecord killed =
                DeliveryRecord.noted(1, false, done.notedAt())
                        .begun(done.notedAt())
                        .under(done.keyId())
                        .with(first, Outcome.HANDED_OVER);
        bench.book().save("management", OCTOBER, killed);
        bench.later(A_DAY);

        assertThat(bench.run())
                .singleElement()
                .asString()
                .startsWith("delivery management, 2026-10: nobody knows whether it came to 1 of 3");
        assertThat(server.received()).hasSize(5);
        assertThat(bench.record().recipients()).containsEntry(first, Outcome.IN_DOUBT);
        assertThat(bench.record().isOpen()).isFalse();
    }

    @Test
    void notesThatAMailIsHandedOverBeforeTheServerCanTakeIt() {
        List<String> noted = new ArrayList<>();
        server.atTheEndOfEach(
                () -> {
                    DeliveryRecord record = bench.record();
                    noted.add(
                            record.count(Outcome.SENT)
                                    + " sent, "
                                    + record.count(Outcome.HANDED_OVER)
                                    + " handed over");
                });

        bench.run();

        assertThat(noted)
                .containsExactly(
                        "0 sent, 1 handed over", "1 sent, 1 handed over", "2 sent, 1 handed over");
    }

    @Test
    void letsAMailThatIsRefusedAsAWholeBe() {
        server.answer(".", "552 5.3.4 too big");

        assertThat(bench.run())
                .containsExactly(
                        "delivery management, 2026-10: the mail server refuses for good 3 of 3"
                                + " (to.nl, entry 1: 552 5.3.4; to.nl, entry 2: 552 5.3.4; to.en,"
                                + " entry 1: 552 5.3.4); correct config/delivery.yaml, then"
                                + " wattpeil run --month 2026-10 --again management sends it");
        assertThat(bench.record().count(Outcome.REFUSED)).isEqualTo(3);
    }

    @Test
    void tellsThatNobodyKnowsWhoGotItWhereTheKeyIsLost() throws IOException {
        server.answer("RCPT TO:<jan", "450 4.2.0 greylisted");
        bench.run();
        Files.delete(root.resolve(".wattpeil/delivery-key"));
        server.answerAsUsual();
        bench.later(A_DAY);

        assertThat(bench.run())
                .singleElement()
                .asString()
                .isEqualTo(
                        "delivery management, 2026-10: nobody knows whether it came to 3 of 3"
                                + " (to.nl, entry 1; to.nl, entry 2; to.en, entry 1): delivery-key"
                                + " in .wattpeil is another one than before, and nothing is sent"
                                + " twice; ask, and where it did not come, wattpeil run --month"
                                + " 2026-10 --again management sends it");
        assertThat(server.received()).hasSize(2);
        assertThat(bench.again()).isEmpty();
        assertThat(server.received()).hasSize(5);
    }

    @Test
    void sendsNothingWhereItCannotReadWhatWasSent() throws IOException {
        bench.run();
        Path record = root.resolve("store/_deliveries/management/2026-10.json");
        Files.writeString(record, "{\"edition\":1,\"state\":\"op");

        org.assertj.core.api.Assertions.assertThatThrownBy(bench::run)
                .isInstanceOf(DeliveryException.class)
                .hasMessage(
                        record
                                + " is damaged, expected what was delivered; restore it from a"
                                + " backup, or remove it, and it is delivered as if it never was");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void goesOnAtOnceAfterARunThatWasStopped() {
        bench.stop();
        assertThat(bench.run()).isEmpty();
        assertThat(server.received()).isEmpty();

        bench.goOn();
        assertThat(bench.run()).isEmpty();
        assertThat(server.recipients()).containsExactly(EVERYBODY);
        assertThat(bench.record().attempts()).isEqualTo(1);
    }

    @Test
    void lacksRoomForAttachmentsInWords() throws IOException {
        Files.write(root.resolve("reports/2026-10/edition-1/kpis.csv"), new byte[10_500_000]);

        assertThat(bench.run().get(0))
                .matches(
                        "delivery management, 2026-10: the attachments have 1[01]\\.[0-9] MB,"
                                + " expected 10 MB or less \\(config/delivery.yaml:1,"
                                + " attachments-max-mb\\); name fewer forms, or allow more where the"
                                + " mail server does; attempt 1 of 12, .*");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void asksForTheReportThatIsMissing() throws IOException {
        Path page = root.resolve("reports/2026-10/edition-1/report.nl.html");
        Files.delete(page);

        assertThat(bench.run().get(0))
                .startsWith(
                        "delivery management, 2026-10: cannot use file "
                                + page
                                + " (NoSuchFileException); attempt 1 of 12, ");
    }

    @Test
    void letsNoNameBeginAnotherHeader() throws Exception {
        bench.of("Water\\r\\nBcc: eve@evil.example\\r\\n\\r\\ndam é \\u2028x")
                .withMail(server.port(), TO_THREE);

        assertThat(bench.run()).isEmpty();

        for (int i = 0; i < 3; i++) {
            assertThat(message(i).getHeader("Bcc")).isNull();
            assertThat(message(i).getSubject()).startsWith("Water Bcc: eve@evil.example dam é x:");
        }
        assertThat(server.commands()).noneMatch(line -> line.startsWith("RCPT TO:<eve"));
    }

    private MimeMessage message(int number) throws Exception {
        Received mail = server.received().get(number);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8)));
    }
}
