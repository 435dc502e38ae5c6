package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.words.TextCheck;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Deliveries;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.OwnLook;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Procurement;
import eu.wattpeil.workspace.ProductRecords;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.RoomRecords;
import eu.wattpeil.workspace.Schedule;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.SheetRecords;
import eu.wattpeil.workspace.Supplies;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ReportCheckTest {

    private static final String FILE = "jobs/reports/monthly.yaml";

    @Test
    void acceptsTheReportOfTheSample() {
        assertThat(problems(List.of(Waterdam.DUTCH), Waterdam.report())).isEmpty();
    }

    @Test
    void namesEverythingThatCannotBeWrittenAtOnce() {
        Report report =
                new Report(
                        "monthly",
                        List.of("html", "cvs"),
                        new Place(FILE, 1),
                        List.of(
                                new Report.Section(
                                        "room", Map.of(), List.of("it_enrgy"), new Place(FILE, 4)),
                                new Report.Section(
                                        "empty", Map.of(), List.of(), new Place(FILE, 9))),
                        new Place(FILE, 2));

        assertThat(problems(List.of(Waterdam.DUTCH, Locale.GERMAN), report))
                .containsExactly(
                        "jobs/reports/monthly.yaml:1: forms has \"cvs\", did you mean \"csv\"?",
                        "jobs/reports/monthly.yaml:4: section \"room\": kpi is \"it_enrgy\", did"
                                + " you mean \"it_energy\"?",
                        "jobs/reports/monthly.yaml:9: section \"empty\": kpis is empty, expected at"
                                + " least one");
    }

    @Test
    void acceptsAStackOfAmountsThatTheSectionShowsOnly() {
        Report.Section mixed =
                new Report.Section(
                        "room",
                        Map.of(),
                        List.of("it_energy", "pue_interim"),
                        List.of("it_energy", "pue_interim", "dc_energy_total"),
                        List.of(),
                        new Place(FILE, 4));
        Report report =
                new Report(
                        "monthly",
                        List.of(),
                        new Place(FILE, 1),
                        List.of(mixed),
                        new Place(FILE, 2));

        assertThat(problems(List.of(Waterdam.DUTCH), report))
                .containsExactly(
                        "jobs/reports/monthly.yaml:4: section \"room\": stack has"
                                + " \"dc_energy_total\", expected one of it_energy, pue_interim",
                        "jobs/reports/monthly.yaml:4: section \"room\": stack is [it_energy,"
                                + " pue_interim, dc_energy_total], expected amounts of one unit");
    }

    @Test
    void namesADetailThatThereIsNot() {
        Report.Section section =
                new Report.Section(
                        "room",
                        Map.of(),
                        List.of("it_energy"),
                        List.of(),
                        List.of("room_power_profile", "room_power"),
                        new Place(FILE, 4));
        Report report =
                new Report(
                        "monthly",
                        List.of(),
                        new Place(FILE, 1),
                        List.of(section),
                        new Place(FILE, 2),
                        List.of("gap", "gap"));

        assertThat(problems(List.of(Waterdam.DUTCH), report))
                .containsExactly(
                        "jobs/reports/monthly.yaml:2: detail \"gap\" stands twice, expected once",
                        "jobs/reports/monthly.yaml:2: detail is \"gap\", did you mean \"gaps\"?",
                        "jobs/reports/monthly.yaml:4: section \"room\": detail is"
                                + " \"room_power\", expected one of gaps, room_power_profile");
    }

    @Test
    void checksTheTextsThatAWorkspaceGivesItself(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("jobs/texts"));
        Files.writeString(
                root.resolve("jobs/texts/nl.properties"),
                """
                at_least=minstens {waarde}
                sentence={clause
                sentense=alles
                unit.GB=gigabyte
                kpi.it_energy.title=Stroom van de IT
                kpi.it_enrgy.title=Stroom
                kpi.it_energy.titel=Stroom
                finding.our_rule.title=Regel van ons
                finding.our_rule.titel=Regel van ons
                """);
        Files.writeString(root.resolve("jobs/texts/en.properties"), "\nand={a\nsentence=all\n");
        Files.writeString(root.resolve("jobs/texts/de.properties"), "language=Deutsch\n");
        Files.writeString(root.resolve("jobs/texts/dutch.properties"), "");
        Problems problems = new Problems();
        Texts texts = Texts.read(new WorkspaceFiles(root), problems);

        TextCheck.check(texts, WaterdamKpis.kpis(), problems);

        assertThat(problems.all().stream().map(Problem::toString))
                .contains(
                        "jobs/texts/dutch.properties: the file would not be read, expected"
                                + " jobs/texts/LANGUAGE.properties",
                        "jobs/texts/en.properties:2: and is no ICU message, expected pairs of"
                                + " braces: and",
                        "jobs/texts/en.properties:3: sentence fills in [], expected [clause]",
                        "jobs/texts/nl.properties:1: at_least fills in [waarde], expected [value]",
                        "jobs/texts/nl.properties:2: sentence is no ICU message, expected pairs of"
                                + " braces: {clause}.",
                        "jobs/texts/nl.properties:3: unknown key \"sentense\", did you mean"
                                + " \"sentence\"?",
                        "jobs/texts/nl.properties:6: kpi is \"it_enrgy\", did you mean"
                                + " \"it_energy\"?",
                        "jobs/texts/nl.properties:7: unknown key \"kpi.it_energy.titel\", did you"
                                + " mean \"title\"?")
                .anyMatch(
                        found ->
                                found.startsWith(
                                        "jobs/texts/nl.properties:9: unknown key"
                                                + " \"finding.our_rule.titel\", "))
                .anyMatch(
                        found ->
                                found.startsWith(
                                                "jobs/texts/de.properties:1: no text for \"absolute\" and")
                                        && found.endsWith("expected one for each key of English"))
                .hasSize(10);
        assertThat(texts.find("nl", "kpi.it_energy.title")).contains("Stroom van de IT");
        assertThat(texts.find("nl", "none")).contains("geen");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksForNoSlipsInAFileOfSomethingElse(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("jobs/texts"));
        Files.writeString(
                root.resolve("jobs/texts/nl.properties"),
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "label." + i + "_of_something=x")
                        .collect(Collectors.joining("\n")));
        Problems problems = new Problems();

        TextCheck.check(
                Texts.read(new WorkspaceFiles(root), problems), WaterdamKpis.kpis(), problems);

        assertThat(problems.all())
                .hasSize(50_000)
                .last()
                .hasToString(
                        "jobs/texts/nl.properties:50000: unknown key \"label.49999_of_something\","
                                + " expected a key of English");
    }

    private static ModelFile detail(String id) {
        String header = "-- grain: room\n-- picture: list\n-- rows: day\n-- columns: day\n";
        return new ModelFile(
                "detail", id, header + "select 1", "jobs/models/detail/" + id + ".sql");
    }

    private static List<String> problems(List<Locale> languages, Report report) {
        Workspace workspace = Waterdam.workspace("W");
        Settings settings = workspace.settings();
        Settings spoken =
                new Settings(
                        settings.organisationName(),
                        settings.zone(),
                        languages,
                        settings.store(),
                        settings.reports(),
                        settings.minimumGroupSize(),
                        settings.minimumCoverage(),
                        settings.powerMaxGap(),
                        settings.counterMaxGap(),
                        settings.gapEstimates(),
                        settings.inventoryMaxAge(),
                        settings.plausibleTimes(),
                        settings.factorSeries(),
                        settings.publicHolidays(),
                        settings.materialChange(),
                        settings.pseudonymKey(),
                        settings.permissions(),
                        settings.firstMonth(),
                        CsvDialect.DEFAULT,
                        OwnLook.DEFAULT,
                        List.of(),
                        settings.jobRepository(),
                        settings.cluster(),
                        settings.remoteStorage(),
                        settings.isCompacted());
        Workspace whole =
                new Workspace(
                        workspace.root(),
                        spoken,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Supplies.NONE,
                        List.of(),
                        List.of(),
                        Procurement.NONE,
                        List.of(),
                        RoomRecords.NONE,
                        ProductRecords.NONE,
                        List.of(),
                        SheetRecords.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Schedule("0 0 6 * * *", ZoneOffset.UTC),
                        List.of(report),
                        Deliveries.NONE,
                        List.of(),
                        List.of(detail("room_power_profile"), detail("gaps")));
        Problems problems = new Problems();
        ReportCheck.check(whole, Waterdam.TEXTS, WaterdamKpis.kpis(), problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
