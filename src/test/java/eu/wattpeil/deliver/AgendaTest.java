package eu.wattpeil.deliver;

import static eu.wattpeil.deliver.DeliveryBench.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered of which month and edition, and when. */
class AgendaTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String TO = "to: [els@waterdam.example]";
    private static final String FORMS = "forms: [json]";

    @TempDir Path root;

    private FakeMailServer server;
    private DeliveryBench bench;

    @BeforeEach
    void start() throws IOException {
        server = FakeMailServer.start();
        bench = new DeliveryBench(root);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void beginsWithTheLastMonthThatThereIs() throws IOException {
        bench.withMail(server.port(), TO, FORMS).published(AUGUST, 1).published(SEPTEMBER, 1);
        bench.run();
        assertThat(months()).containsExactly("september 2026");

        bench.published(OCTOBER, 1).published(AUGUST, 2);
        bench.run();
        assertThat(months()).containsExactly("september 2026", "oktober 2026");
    }

    @Test
    void beginsEarlierWhereItIsToldSo() throws IOException {
        bench.withMail(server.port(), TO, FORMS).published(OCTOBER, 1);
        bench.run();
        bench.withMail(server.port(), TO, FORMS, "since: 2026-09")
                .published(AUGUST, 1)
                .published(SEPTEMBER, 1);
        bench.run();

        assertThat(months()).containsExactly("oktober 2026", "september 2026");
    }

    @Test
    void waitsForItsTime() throws IOException {
        bench.withMail(server.port(), TO, FORMS, "schedule: \"0 0 8 3 * *\"").published(OCTOBER, 1);
        assertThat(bench.run()).isEmpty();
        assertThat(bench.status())
                .satisfiesExactly(
                        it -> {
                            assertThat(it.stage()).isEqualTo(DeliveryStatus.Stage.WAITING);
                            assertThat(it.dueAt()).isEqualTo("2026-11-03T07:00:00Z");
                        });

        bench.at("2026-11-03T06:59:59Z");
        bench.run();
        assertThat(server.received()).isEmpty();
        bench.at("2026-11-03T07:00:00Z");
        assertThat(bench.status().get(0).stage()).isEqualTo(DeliveryStatus.Stage.DUE);
        bench.run();
        bench.at("2026-12-03T08:00:00Z");
        bench.run();
        assertThat(months()).containsExactly("oktober 2026");
    }

    @Test
    void meansItsTimeInItsZone() throws IOException {
        bench.withMail(
                        server.port(),
                        TO,
                        FORMS,
                        "schedule: \"0 0 8 3 * *\"",
                        "zone: America/New_York")
                .published(OCTOBER, 1);
        bench.run();

        assertThat(bench.status().get(0).dueAt()).isEqualTo(Instant.parse("2026-11-03T13:00:00Z"));
    }

    @Test
    void sendsAMonthOnceThoughItIsCorrected() throws IOException {
        bench.withMail(server.port(), TO, FORMS).published(OCTOBER, 1);
        bench.run();
        bench.published(OCTOBER, 2);
        bench.run();

        assertThat(months()).containsExactly("oktober 2026");
    }

    @Test
    void sendsACorrectedMonthWhereAllEditionsAreWanted() throws Exception {
        bench.withMail(server.port(), TO, FORMS, "editions: all").published(OCTOBER, 1);
        bench.run();
        bench.published(OCTOBER, 2);
        bench.run();
        bench.run();

        assertThat(months())
                .containsExactly("oktober 2026", "oktober 2026, gecorrigeerd (editie 2)");
        MimeMessage second = message(1);
        assertThat(second.getMessageID()).isNotEqualTo(message(0).getMessageID());
        assertThat(server.received().get(1).text())
                .contains("Dit is editie 2 van de maand", "2026-10-edition-2-report.json")
                .contains("Het energieverbruik van de serverruimte kwam in oktober 2026 uit op")
                .doesNotContain("Achter:");
    }

    @Test
    void sendsTheLaterEditionAloneOfWhatWaited() throws IOException {
        for (String editions : List.of("first", "all")) {
            try (FakeMailServer other = FakeMailServer.start()) {
                DeliveryBench waiting =
                        new DeliveryBench(root.resolve(editions))
                                .withMail(
                                        other.port(),
                                        TO,
                                        FORMS,
                                        "editions: " + editions,
                                        "schedule: \"0 0 8 3 * *\"")
                                .published(OCTOBER, 1);
                waiting.run();
                waiting.later(Duration.ofHours(1));
                waiting.published(OCTOBER, 2);
                waiting.run();
                assertThat(other.received()).isEmpty();
                waiting.at("2026-11-03T09:00:00Z");
                waiting.run();
                waiting.later(Duration.ofDays(40));
                waiting.run();

                assertThat(other.received())
                        .singleElement()
                        .satisfies(
                                mail ->
                                        assertThat(mail.text())
                                                .contains("2026-10-edition-2-report.json")
                                                .doesNotContain("gecorrigeerd"));
            }
        }
    }

    @Test
    void isNotDelayedByAClockThatWasSetBack() throws IOException {
        bench.withMail(server.port(), TO, FORMS).published(OCTOBER, 1);
        server.answer("MAIL", "451 4.3.0 later");
        bench.at("2027-11-01T02:00:00Z");
        assertThat(bench.run()).hasSize(1);
        server.answerAsUsual();
        bench.at("2026-11-01T02:00:00Z");

        assertThat(bench.run()).isEmpty();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void givesANewRecipientWhatWaitsAndNotWhatIsDone() throws IOException {
        bench.withMail(server.port(), TO, FORMS).published(SEPTEMBER, 1);
        bench.run();
        server.answer("MAIL", "451 4.3.0 later");
        bench.published(OCTOBER, 1);
        bench.run();
        server.answerAsUsual();
        bench.withMail(server.port(), "to: [els@waterdam.example, new@waterdam.example]", FORMS);
        bench.later(Duration.ofDays(1));
        bench.run();

        assertThat(server.recipients())
                .containsExactly(
                        "els@waterdam.example", "els@waterdam.example", "new@waterdam.example");
        assertThat(months()).containsExactly("september 2026", "oktober 2026", "oktober 2026");
    }

    private List<String> months() {
        return server.received().stream().map(mail -> subject(mail.text())).toList();
    }

    private static String subject(String text) {
        try {
            return parse(text).getSubject().replaceFirst(".*printen in ", "");
        } catch (Exception malformed) {
            throw new AssertionError(malformed);
        }
    }

    private MimeMessage message(int number) throws Exception {
        return parse(server.received().get(number).text());
    }

    private static MimeMessage parse(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
