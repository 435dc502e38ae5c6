package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.deliver.FakeMailServer;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.workspace.Init;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who look after a server are told of its troubles, and told once. */
class AlertSenderTest {

    private static final String NO_METER = "meter 7 gives no answer:\n  it is off";

    @TempDir Path folder;

    private Path root;
    private FakeMailServer mails;
    private final SteppedClock clock = new SteppedClock("2026-01-15T10:00:00Z");
    private final List<String> complaints = new ArrayList<>();
    private String organisation = "Gemeente Waterdam";
    private String why = NO_METER;
    private Executor sending = Runnable::run;

    /** How a run at an instant ends. */
    @FunctionalInterface
    private interface Ending {
        Outcome at(Instant now) throws IOException;
    }

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = folder.resolve("town");
        Init.write(root);
        mails = FakeMailServer.start();
        write("to: [it@waterdam.example]", "after: 2");
    }

    @AfterEach
    void end() throws IOException {
        mails.close();
    }

    @Test
    void tellsOnceThatJobsFailAndOnceThatTheyAreDoneAgain() throws Exception {
        serveUntil("2026-01-15T18:00:00Z", failingUntil("2026-01-15T14:00:00Z"));

        assertThat(mails.recipients())
                .containsExactly("it@waterdam.example", "it@waterdam.example");
        MimeMessage fails = mail(0);
        assertThat(fails.getSubject())
                .isEqualTo("Gemeente Waterdam: Wattpeil kan zijn werk niet doen");
        assertThat(fails.getSentDate()).isEqualTo("2026-01-15T10:05:00Z");
        assertThat(text(fails))
                .contains(
                        "Mislukt sinds 15 januari 2026, 11:00, na 2 pogingen op rij: compute,"
                                + " deliver, example, print en publish\r\n"
                                + "- meter 7 gives no answer: …\r\n"
                                + "De volgende poging is op 15 januari 2026, 11:20.\r\n")
                .contains("- wattpeil status toont", "- wattpeil check zegt");
        MimeMessage recovered = mail(1);
        assertThat(recovered.getSubject())
                .isEqualTo("Gemeente Waterdam: Wattpeil doet zijn werk weer");
        assertThat(recovered.getSentDate()).isEqualTo("2026-01-15T14:20:00Z");
        assertThat(text(recovered))
                .contains("Op 15 januari 2026, 15:20 mislukte er niets meer")
                .contains("publish, mislukt sinds 15 januari 2026, 11:00\r\n");
        assertThat(complaints).isEmpty();
    }

    @Test
    void writesToEachInTheirLanguage() throws Exception {
        write("to: {nl: [it@waterdam.example], en: [ann@waterdam.example]}", "after: 2");

        serveUntil("2026-01-15T12:00:00Z", now -> Outcome.FAILED);

        assertThat(mails.recipients())
                .containsExactly("it@waterdam.example", "ann@waterdam.example");
        assertThat(mail(1).getSubject())
                .isEqualTo("Gemeente Waterdam: Wattpeil cannot do its work");
        assertThat(text(mail(1)))
                .contains(
                        "Failing since 15 January 2026, 11:00, after 2 attempts in a row: compute");
    }

    @Test
    void tellsNothingOfFewerFailuresThanTheWorkspaceSays() throws Exception {
        write("to: [it@waterdam.example]", "after: 4");

        serveUntil("2026-01-15T18:00:00Z", failingUntil("2026-01-15T11:00:00Z"));

        assertThat(mails.received()).isEmpty();
    }

    @Test
    void tellsNothingWhereTheWorkspaceNamesNobody() throws Exception {
        Files.delete(root.resolve("config/delivery.yaml"));

        serveUntil("2026-01-16T18:00:00Z", failingUntil("2026-01-16T11:00:00Z"));

        assertThat(mails.received()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsNothingTwiceWhenItStartsAgain() throws Exception {
        serveUntil("2026-01-15T11:00:00Z", now -> Outcome.FAILED);
        serveUntil("2026-01-15T20:00:00Z", now -> Outcome.FAILED);
        assertThat(mails.received()).hasSize(1);

        serveUntil("2026-01-16T00:00:00Z", now -> Outcome.DONE);
        serveUntil("2026-01-16T12:00:00Z", now -> Outcome.DONE);

        assertThat(mails.received()).hasSize(2);
        assertThat(mail(1).getSubject()).endsWith("doet zijn werk weer");
    }

    @Test
    void countsAttemptsOverStarts() throws Exception {
        serveUntil("2026-01-15T10:01:00Z", now -> Outcome.FAILED);
        assertThat(mails.received()).isEmpty();

        serveUntil("2026-01-15T10:02:00Z", now -> Outcome.FAILED);

        assertThat(mails.received()).hasSize(1);
    }

    @Test
    void beginsAnewWhereWhatItRememberedIsDamaged() throws Exception {
        for (String damaged :
                List.of("{\"troubles\":{\"JOB x\":null}}", "{}", "null", "[", "\u0000")) {
            Files.createDirectories(root.resolve(".wattpeil"));
            Files.writeString(root.resolve(".wattpeil/alerts.json"), damaged);
            int before = mails.received().size();

            serveUntil(clock.instant().plus(Duration.ofMinutes(10)), now -> Outcome.FAILED);

            assertThat(mails.received()).as(damaged).hasSize(before + 1);
        }
    }

    @Test
    void sendsLaterWhatAMailServerThatIsDownDidNotTake() throws Exception {
        int port = mails.port();
        mails.close();
        int[] runs = {0};

        serveUntil(
                "2026-01-15T18:00:00Z",
                now -> {
                    runs[0]++;
                    return Outcome.FAILED;
                },
                now -> {
                    if (now.equals(Instant.parse("2026-01-15T12:02:00Z"))) {
                        mails = startAt(port);
                    }
                });

        assertThat(runs[0]).isEqualTo(6);
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("no alert was sent: mail server localhost:" + port);
        assertThat(mails.received()).hasSize(1);
        assertThat(mail(0).getSentDate()).isBetween("2026-01-15T12:02:00Z", "2026-01-15T12:10:00Z");
        assertThat(text(mail(0))).contains("na 4 pogingen op rij");
    }

    @Test
    void tellsNothingThatWasOverBeforeItCouldBeTold() throws Exception {
        int port = mails.port();
        mails.close();

        serveUntil(
                "2026-01-15T18:00:00Z",
                failingUntil("2026-01-15T11:00:00Z"),
                now -> {
                    if (now.equals(Instant.parse("2026-01-15T12:02:00Z"))) {
                        mails = startAt(port);
                    }
                });

        assertThat(mails.received()).isEmpty();
    }

    @Test
    void sendsNothingAgainToWhoeverHasGotIt() throws Exception {
        write(
                "to: {nl: [it@waterdam.example], en: [ann@waterdam.example, b@waterdam.example]}",
                "after: 2");
        mails.answer("RCPT TO:<ann", "450 4.2.1 later");

        serveUntil("2026-01-15T10:30:00Z", now -> Outcome.FAILED);
        assertThat(mails.recipients()).containsExactly("it@waterdam.example", "b@waterdam.example");
        mails.answerAsUsual();
        serveUntil("2026-01-15T12:30:00Z", now -> Outcome.FAILED);

        assertThat(mails.recipients())
                .containsExactly(
                        "it@waterdam.example", "b@waterdam.example", "ann@waterdam.example");
        assertThat(Files.readString(root.resolve(".wattpeil/alerts.json"))).doesNotContain("@");
    }

    @Test
    void sendsNothingAgainThatAServerMayHaveTaken() throws Exception {
        mails.answer(".", FakeMailServer.HANG_UP);

        serveUntil("2026-01-15T18:00:00Z", now -> Outcome.FAILED);

        assertThat(mails.received()).hasSize(1);
        assertThat(complaints).singleElement().asString().contains("to, entry 1: no answer");
    }

    @Test
    void sendsNoMoreThanOneMailOfAKindInAnHourOfWhatComesAndGoes() throws Exception {
        write("to: [it@waterdam.example]");
        schedule("0 */5 * * * *");

        serveUntil(
                "2026-01-15T20:00:00Z",
                now ->
                        now.atZone(clock.getZone()).getMinute() % 10 == 0
                                ? Outcome.FAILED
                                : Outcome.DONE);

        for (String kind : List.of("niet doen", "werk weer")) {
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < mails.received().size(); i++) {
                if (mail(i).getSubject().endsWith(kind)) {
                    times.add(mail(i).getSentDate().toInstant());
                }
            }
            assertThat(times).hasSizeBetween(8, 10);
            for (int i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofHours(1));
            }
        }
    }

    @Test
    void tellsThatTheFilesCannotBeUsedUnlessTheyAreSoonPutRight() throws Exception {
        serveUntil(
                "2026-01-15T20:00:00Z",
                now -> Outcome.DONE,
                now -> {
                    if (isAt(now, "11:00") || isAt(now, "12:00")) {
                        schedule("never, says jan@waterdam.example");
                    }
                    if (isAt(now, "11:05") || isAt(now, "13:00")) {
                        schedule("0 0 4 * * *");
                    }
                });

        assertThat(mails.received()).hasSize(2);
        assertThat(mail(0).getSentDate()).isBetween("2026-01-15T12:10:00Z", "2026-01-15T12:12:00Z");
        assertThat(text(mail(0)))
                .contains(
                        "Sinds 15 januari 2026, 13:01 zijn de bestanden van de werkmap onbruikbaar")
                .contains("- jobs/collect/often.yaml:3: schedule is \"…\", expected six cron")
                .doesNotContain("jan@");
        assertThat(text(mail(1)))
                .contains("- de bestanden van de werkmap, die onbruikbaar waren sinds");
    }

    @Test
    void tellsWhatKeepsItFromRunningForAnHour() throws Exception {
        serveUntil(
                "2026-01-15T14:00:00Z",
                now -> {
                    if (now.isBefore(Instant.parse("2026-01-15T13:00:00Z"))) {
                        throw new BusyException("in use by process 7");
                    }
                    return Outcome.DONE;
                });

        assertThat(mails.received()).hasSize(2);
        assertThat(mail(0).getSentDate()).isEqualTo("2026-01-15T11:00:00Z");
        assertThat(text(mail(0))).contains("- in use by process 7\r\n");
        assertThat(mail(1).getSentDate()).isEqualTo("2026-01-15T13:00:00Z");
    }

    @Test
    void tellsOfATroubleThatComesBesideAnother() throws Exception {
        serveUntil("2026-01-15T12:00:00Z", now -> Outcome.FAILED);

        serveUntil(
                "2026-01-15T16:00:00Z",
                now -> Outcome.FAILED,
                now -> {
                    if (isAt(now, "13:00")) {
                        schedule("never");
                    }
                });

        assertThat(mails.received()).hasSize(2);
        assertThat(text(mail(1))).contains("Mislukt sinds", "bestanden van de werkmap onbruikbaar");
    }

    @Test
    void letsNoNameOrMessageIntoTheHeadersAndNothingOfAPersonIntoTheMail() throws Exception {
        organisation = "Waterdam\\r\\nBcc: eve@evil.example\\r\\n\\r\\nå " + "x".repeat(100);
        write("to: [it@waterdam.example]", "after: 2");
        why =
                "inbox/é.log:7: user is \"jan \"de\" vries\", expected jan@waterdam.example or"
                        + " https://w:geheim@host/x\u202e "
                        + "långt ".repeat(500)
                        + "\r\nBcc: eve@evil.example\r\n.\r\nMAIL FROM:<x@y>";

        serveUntil("2026-01-15T12:00:00Z", now -> Outcome.FAILED);

        assertThat(mails.recipients()).containsExactly("it@waterdam.example");
        MimeMessage mail = mail(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Waterdam Bcc: eve@evil.example å xxx");
        assertThat(text(mail))
                .contains("- inbox/é.log:7: user is \"…\", expected … or … långt långt")
                .doesNotContain("vries", "jan@", "geheim", "MAIL FROM", "\u202e");
        assertThat(text(mail).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(320));
        assertThat(Files.readString(root.resolve(".wattpeil/alerts.json")))
                .doesNotContain("vries", "jan@", "geheim");
    }

    @Test
    void doesNotWaitForAMailServerThatTakesItsTime() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        sending = waiting::add;

        serveUntil("2026-01-15T18:00:00Z", failingUntil("2026-01-15T14:00:00Z"));

        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(mails.received()).hasSize(1);
    }

    @Test
    void tellsInItsOwnWordsWhereThoseOfTheWorkspaceAreBroken() throws Exception {
        Files.createDirectories(root.resolve("jobs/texts"));
        Files.writeString(
                root.resolve("jobs/texts/nl.properties"), "alert.fails.subject={organisation: {\n");

        serveUntil("2026-01-15T12:00:00Z", now -> Outcome.FAILED);

        assertThat(mail(0).getSubject()).endsWith("Wattpeil kan zijn werk niet doen");
    }

    private Ending failingUntil(String end) {
        return now -> now.isBefore(Instant.parse(end)) ? Outcome.FAILED : Outcome.DONE;
    }

    private void serveUntil(String end, Ending ending) throws Exception {
        serveUntil(Instant.parse(end), ending, now -> {});
    }

    private void serveUntil(String end, Ending ending, Consumer<Instant> each) throws Exception {
        serveUntil(Instant.parse(end), ending, each);
    }

    private void serveUntil(Instant end, Ending ending) throws Exception {
        serveUntil(end, ending, now -> {});
    }

    /** Serves with a clock that moves by a minute at most. */
    private void serveUntil(Instant end, Ending ending, Consumer<Instant> each) throws Exception {
        Stop stop = new Stop();
        Server.serve(
                root,
                (jobs, claim, listener, asked) -> {
                    Outcome outcome = ending.at(clock.instant());
                    if (outcome == Outcome.FAILED) {
                        listener.on(new RunEvent.Failed(why));
                    }
                    return outcome;
                },
                new ServerListeners(
                        List.of(new AlertSender(root, complaints::add, clock, sending))),
                stop,
                clock,
                clock.upTo(end, Duration.ofMinutes(1), each, stop));
    }

    private static boolean isAt(Instant now, String time) {
        return now.toString().equals("2026-01-15T" + time + ":00Z");
    }

    private void write(String... alerts) throws IOException {
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "organisation: {name: \""
                        + organisation
                        + "\", zone: Europe/Brussels, languages: [nl, en]}\n");
        Files.writeString(
                root.resolve("config/delivery.yaml"),
                "smtp: {host: localhost, port: "
                        + mails.port()
                        + ", security: none, from: wattpeil@waterdam.example}\nalerts:\n  "
                        + String.join("\n  ", alerts)
                        + "\n");
    }

    private void schedule(String cron) {
        ScheduledSource.write(root, "often", cron);
    }

    private static FakeMailServer startAt(int port) {
        try {
            return FakeMailServer.startAt(port);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private MimeMessage mail(int number) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        mails.received().get(number).text().getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(MimeMessage mail) throws Exception {
        String text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        return text.replace('\u00a0', ' ');
    }
}
