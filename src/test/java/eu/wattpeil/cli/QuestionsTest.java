package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.operate.MeterQuestions;
import eu.wattpeil.operate.MeterRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @TempDir private Path folder;

    @Test
    void asksForAProfileOfEachCategoryOfDevices() {
        List<CategoryFacts> categories =
                List.of(
                        new CategoryFacts("assets", "kiosk", 1200),
                        new CategoryFacts("assets", "drone", 1));

        assertThat(Questions.lines(categories))
                .containsExactly(
                        "config/device-profiles.csv: no row for 2 categories of 1,201 devices, so"
                                + " that no typical energy and no target age is known of them;"
                                + " expected a row for each, or values in the definition that make"
                                + " it another category:",
                        "  kiosk, 1,200 devices (jobs/collect/assets.yaml)",
                        "  drone, 1 device (jobs/collect/assets.yaml)");
        assertThat(Questions.lines(List.of())).isEmpty();
    }

    @Test
    void givesTheRowsToPasteForMetersThatNobodyDescribed() {
        MeterQuestions questions = new MeterQuestions(List.of(row(1)), List.of(), ZONE);

        assertThat(Questions.lines(questions))
                .containsExactly(
                        "config/meters.csv: 1 meter with 1,440 readings is missing, so that no"
                                + " figure has them; expected a row for each:",
                        "  " + MeterRow.HEADER,
                        "  # electricity counter, 1,440 readings from 2026-09-01 to 2026-09-30"
                                + " (jobs/collect/ups.yaml)",
                        "  k1,K1,ROOM,SITE,ROLE,1,,,2026-09-01,",
                        "  To fill in: " + MeterRow.PLACEHOLDERS);
    }

    @Test
    void countsTheRowsBeyondTheFirstTen() {
        List<MeterRow> rows = IntStream.rangeClosed(1, 71).mapToObj(QuestionsTest::row).toList();

        assertThat(Questions.lines(new MeterQuestions(rows, List.of(), ZONE)))
                .contains(
                        "config/meters.csv: 71 meters with 102,240 readings are missing, so that"
                                + " no figure has them; expected a row for each:",
                        "  … and 61 more; wattpeil suggest meters prints all")
                .contains("  " + row(10).text())
                .doesNotContain("  " + row(11).text());
    }

    @Test
    void namesBothDefinitionsOfAConflict() {
        Instant noon = Instant.parse("2026-09-01T10:00:00Z");
        Conflict between =
                new Conflict("E", "electricity", "interval", "ret", "use", 720, noon, noon);
        Conflict within = new Conflict("E", "gas", "counter", "use", "use", 1, noon, noon);

        assertThat(Questions.lines(new MeterQuestions(List.of(), List.of(between, within), ZONE)))
                .containsExactly(
                        "2 conflicts between readings of one meter at the same times; expected a"
                                + " meter_key of its own for each source, or one source only:",
                        "  E, electricity interval: 720 readings on 2026-09-01 of"
                                + " jobs/collect/use.yaml differ from those of"
                                + " jobs/collect/ret.yaml, which came last and count",
                        "  E, gas counter: 1 reading on 2026-09-01 differs within a document, or"
                                + " between documents that came together, by"
                                + " jobs/collect/use.yaml; the last ones count");
    }

    @Test
    void isAskedByRunAndStatusUntilItIsAnswered() throws IOException {
        String town = folder.resolve("town").toString();
        run("init", town);
        Path meters = Path.of(town, "config/meters.csv");
        String described = Files.readString(meters);
        Files.writeString(meters, described.replaceAll("(?m)^ups,.*\n", ""));

        assertThat(run("run", "--workspace", town))
                .contains("config/meters.csv: 1 meter with ")
                .contains("  ups1,UPS1,ROOM,SITE,ROLE,1,,,2026-09-01,");
        assertThat(run("status", "--workspace", town))
                .contains("  config/meters.csv: 1 meter with ");
        assertThat(run("run", "--workspace", town)).contains("config/meters.csv: 1 meter with ");
        assertThat(run("suggest", "meters", "--workspace", town))
                .contains("\nups1,UPS1,ROOM,SITE,ROLE,1,,,2026-09-01,\n");

        Files.writeString(meters, described);

        assertThat(run("run", "--workspace", town)).doesNotContain("config/meters.csv");
        assertThat(run("status", "--workspace", town)).doesNotContain("config/meters.csv");
    }

    @Test
    void refusesARowThatIsPastedAndNotFilledIn() throws IOException {
        String town = folder.resolve("town").toString();
        run("init", town);
        Path meters = Path.of(town, "config/meters.csv");
        Files.writeString(meters, Files.readString(meters) + row(1).text() + "\n");

        assertThat(run("check", "--workspace", town))
                .contains("room_id is \"ROOM\"", "site_id is \"SITE\"", "role is \"ROLE\"");
    }

    private static MeterRow row(int number) {
        return new MeterRow(
                "k" + number,
                "K" + number,
                List.of("electricity counter"),
                List.of("ups"),
                1440,
                Optional.empty(),
                FIRST,
                FIRST.plusDays(29));
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
