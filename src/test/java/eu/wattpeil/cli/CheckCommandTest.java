package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir private Path folder;

    private Path town;

    @BeforeEach
    void makeAWorkspace() {
        town = folder.resolve("town");
        run("init");
    }

    @Test
    void findsNothingToSayOfANewWorkspace() {
        assertThat(run("check").lines())
                .singleElement()
                .asString()
                .startsWith(town + ": no problems in config/ and jobs/; sources: 2, meters: 2,");
    }

    @Test
    void notesAGoalOnLongerLivesThatIsJudgedByTheAgeOfWhatIsInUse() throws IOException {
        Files.writeString(
                town.resolve("config/goals.yaml"),
                """
                goals:
                  - id: laptops-last
                    title: {nl: Langer, en: Longer}
                    practice: longer-lifetime
                    kpi: age_in_use
                    baseline: {month: 2026-08}
                    target: {value: 48}
                    by: 2027-12
                    owner: Head of ICT

                  - id: laptops-leave-later
                    title: {nl: Later weg, en: Leave later}
                    practice: longer-lifetime
                    kpi: lifetime_at_disposal
                    baseline: {month: 2026-08}
                    target: {value: 6}
                    by: 2027-12
                    owner: Head of ICT
                """);

        assertThat(run("check").lines().filter(line -> line.startsWith("note")))
                .containsExactly(
                        "note: config/goals.yaml:2: goal \"laptops-last\" is on age_in_use, the age"
                                + " of what is in use, which falls with every purchase; how long"
                                + " devices last is told by lifetime_at_disposal");
    }

    @Test
    void endsWellAndSaysSoWhereWhatWaitsDoesNotFit() throws IOException {
        Files.writeString(town.resolve("inbox/example/meters-2026-09.csv"), "a;b\n1;2\n");

        assertThat(run("check"))
                .contains(
                        "jobs/collect/example.yaml: the file inbox/example/meters-2026-09.csv that"
                                + " waits does not fit the definition")
                .contains("no problems in config/ and jobs/");
    }

    @Test
    void triesTheTemplatesOfTheWorkspace() throws IOException {
        Path template = town.resolve("jobs/reports/templates/report.html");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "<p\nth:text=\"${page.titel()}\"></p>");

        assertThat(run("check", 2))
                .contains("jobs/reports/templates/report.html:")
                .contains("titel");
    }

    private String run(String command) {
        return run(command, 0);
    }

    private String run(String command, int expectedCode) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int code =
                command.equals("init")
                        ? CommandLineInterface.run(writer, writer, command, town.toString())
                        : CommandLineInterface.run(
                                writer, writer, command, "--workspace", town.toString());
        assertThat(code).isEqualTo(expectedCode);
        return out.toString();
    }
}
