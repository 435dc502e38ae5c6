package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readings whose files are gone are read anew, where their originals are kept. */
class OriginalsIT {

    @TempDir Path folder;

    @Test
    void readsAnewWhenTheInboxIsEmpty() throws IOException {
        Program program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        Path definition = program.workspace().resolve("jobs/collect/example.yaml");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace(
                                "files: inbox/example/*.csv",
                                "files: inbox/example/*.csv\n  keep-originals: true"));
        assertThat(program.inProcess("run", "--job", "example").code()).isZero();
        String records = query(program, "select sum(records) from documents");
        Files.delete(program.workspace().resolve("inbox/example/meters-2026-09.csv"));

        Ended nothing = program.inProcess("run", "--job", "example");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace("delimiter: \";\"", "delimiter: \";\"\n  missing: [none]"));
        Ended anew = program.inProcess("run", "--job", "example");

        assertThat(nothing.out()).contains("nothing to do");
        assertThat(anew.err()).isEmpty();
        assertThat(anew.code()).isZero();
        assertThat(
                        query(
                                program,
                                "select max(batch) || ' ' || sum(records) || ' ' || max(name) from"
                                        + " documents"))
                .isEqualTo("2 " + records + " inbox/example/meters-2026-09.csv");
    }

    private static String query(Program program, String sql) {
        return program.inProcess("query", sql, "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
