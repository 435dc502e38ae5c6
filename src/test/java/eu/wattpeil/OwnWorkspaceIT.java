package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a new user: a workspace of one's own, and what goes wrong on it. */
class OwnWorkspaceIT {

    @TempDir Path folder;

    private Program program;

    @BeforeEach
    void makeAWorkspace() {
        program = new Program(folder.resolve("town"));
        Ended init = program.inProcess("init", program.workspace().toString());
        assertThat(init.err()).isEmpty();
        assertThat(init.code()).isZero();
    }

    @Test
    void isAcceptedAsItIsMadeAndGivesAReport() {
        Ended check = program.inProcess("check");
        Ended run = program.inProcess("run");

        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("no problems");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(program.workspace().resolve("reports/index.html")).isNotEmptyFile();
    }

    @Test
    void tellsAWebPageFromReadingsOnceAndGoesOn() throws IOException {
        program.inProcess("run");
        write(
                "inbox/example/login.csv",
                "<!DOCTYPE html><html><head><title>Log in</title></head><body></body></html>");

        Ended run = program.inProcess("run");
        Ended next = program.inProcess("run");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo(
                        "jobs/collect/example.yaml: rejected rows are 1 of 1 (100.0 %), expected at"
                                + " most 1.0 %; the usable rows are in the store");
        assertThat(run.err()).contains("inbox/example/login.csv: the document is a web page");
        assertThat(next.code()).isZero();
        assertThat(next.out()).contains("nothing to do");
        assertThat(query("select count(*) as n from rejects")).isEqualTo("1");
    }

    @Test
    void readsADocumentAnewWhenItsDefinitionChangesAndDoublesNothing() throws IOException {
        program.inProcess("run");
        String rows = query("select count(*) as n from meter_readings");
        String sum = query("select sum(value) as n from meter_readings");
        Path definition = program.workspace().resolve("jobs/collect/example.yaml");
        String asItWas = Files.readString(definition);
        Files.writeString(definition, asItWas.replace("unit: kWh", "unit: MWh"));

        Ended run = program.inProcess("run");

        assertThat(run.out()).contains("example: 1 document");
        assertThat(query("select count(*) as n from meter_readings")).isEqualTo(rows);
        assertThat(
                        query(
                                "select cast(sum(value) / 1000 as decimal(38, 3)) as n from meter_readings"))
                .isEqualTo(sum);

        Files.writeString(definition, asItWas);
        Ended back = program.inProcess("run");

        assertThat(back.out()).contains("example: 1 document");
        assertThat(query("select count(*) as n from meter_readings")).isEqualTo(rows);
        assertThat(query("select sum(value) as n from meter_readings")).isEqualTo(sum);
        assertThat(program.inProcess("run").out()).contains("nothing to do");
    }

    @Test
    void keepsTheUsableRowsOfADocumentWithBadOnes() throws IOException {
        write(
                "inbox/example/bad.csv",
                "Meter;Time;Register (kWh)\n"
                        + "UPS9;01/10/2026 10:00;7,5\n"
                        + "UPS9;31/02/2026 10:00;12,5\n"
                        + "UPS9;01/10/2026 11:00;abc\n");

        Ended run = program.inProcess("run", "--job", "example");

        assertThat(run.code()).isZero();
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("bad.csv"))
                .containsExactly(
                        "  inbox/example/bad.csv:3: Time is \"31/02/2026 10:00\","
                                + " expected a time such as 25/10/2026 13:45",
                        "  inbox/example/bad.csv:4: Register (kWh) is \"abc\","
                                + " expected a number such as 1234,5 (decimal sign \",\")");
        assertThat(run.err()).contains("ups9,UPS9,ROOM,SITE,ROLE,1,,,2026-10-01,");
        assertThat(query("select value as n from meter_readings where meter_key = 'UPS9'"))
                .isEqualTo("7500.000");
    }

    @Test
    void tellsEveryProblemOfTheWorkspaceAtOnce() throws IOException {
        Path settings = program.workspace().resolve("config/wattpeil.yaml");
        Files.writeString(settings, Files.readString(settings).replace("zone:", "zon:"));
        Path definition = program.workspace().resolve("jobs/collect/example.yaml");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace("format: delimited", "format: delimted")
                        .replace("dataset: meter_readings", "dataset: meter_reading"));

        Ended run = program.inProcess("run");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("unknown key \"zon\", did you mean \"zone\"?")
                .contains("format is \"delimted\", did you mean \"delimited\"?")
                .contains("dataset is \"meter_reading\", did you mean \"meter_readings\"?")
                .doesNotContain("Exception");
        assertThat(program.workspace().resolve("store")).doesNotExist();
    }

    @Test
    void collectsFromTheOtherSourcesWhenOneCannotBeLookedAt() throws IOException {
        Path jobs = program.workspace().resolve("jobs/collect");
        String example = Files.readString(jobs.resolve("example.yaml"));
        write("jobs/collect/broken.yaml", example.replace("inbox/example/*.csv", "inbox/**.csv"));
        Path inbox = program.workspace().resolve("inbox");
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);

        Ended run = program.inProcess("run");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("example: 1 document", "reports: ");
        assertThat(run.err().lines())
                .containsExactly("inbox/loop: is a link back to a folder around it, expected none");
    }

    @Test
    void saysWhatIsWrongWithAStoreThatCannotBeWritten() throws IOException {
        write("store", "a file where a folder should be");

        Ended run = program.inProcess("run");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(program.workspace().resolve("store").toString())
                .doesNotContain("\tat ");
    }

    private void write(String name, String text) throws IOException {
        Path file = program.workspace().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The only value of the only row. */
    private String query(String sql) {
        return program.inProcess("query", "--format", "csv", sql)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .strip();
    }
}
