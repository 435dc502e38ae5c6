package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class DocumentsCommandTest {

    @TempDir private static Path first;

    @TempDir private Path folder;

    private Path town;

    /** What a command printed and how it ended. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void makeAWorkspace() {
        String town = first.resolve("town").toString();
        assertThat(run("init", town).code()).isZero();
        assertThat(run("run", "--workspace", town).code()).isZero();
    }

    @BeforeEach
    void copyIt() throws IOException {
        town = folder.resolve("town");
        FileSystemUtils.copyRecursively(first.resolve("town"), town);
    }

    @Test
    void takesADocumentOutAndKeepsItOutUntilItIsLetInAgain() throws IOException {
        String id = id();
        String before = values();

        Ended forgotten = wattpeil("documents", "forget", id.substring(0, 6), "--yes");

        assertThat(forgotten.err()).isEmpty();
        assertThat(forgotten.code()).isZero();
        assertThat(forgotten.out())
                .contains("taken out of the store: 1 document with ")
                .contains("still there, as files are yours: inbox/");
        assertThat(files()).noneMatch(file -> file.contains(id));
        assertThat(wattpeil("status").out())
                .contains("due: 2026-09")
                .contains(
                        "example: 1 document is left out, as taken out of the store"
                                + " (documents --forgotten)");

        Ended second = wattpeil("run");

        assertThat(second.code()).isZero();
        assertThat(second.err()).contains("example: 1 document is left out");
        assertThat(second.out()).contains("0 documents").contains("1 month ");
        assertThat(wattpeil("run").out()).contains("nothing to do");
        assertThat(values()).isNotEqualTo(before);
        assertThat(wattpeil("documents", "--forgotten").out())
                .contains(id.substring(0, 16), "example")
                .doesNotContain("inbox");

        assertThat(wattpeil("documents", "restore", id).out())
                .contains("let in again: the next run reads it");
        assertThat(wattpeil("run").code()).isZero();
        assertThat(id()).isEqualTo(id);
        assertThat(Store.open(town.resolve("store")).forgetting().forgotten()).isEmpty();
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void choosesByDefinitionAndName() {
        assertThat(wattpeil("documents", "forget", "--name", "inbox/other/*", "--yes").err())
                .startsWith("--name is \"inbox/other/*\", expected a pattern");
        assertThat(wattpeil("documents", "forget", "--definition", "exampel", "--yes").err())
                .startsWith("--definition is \"exampel\", did you mean \"example\"?");

        Ended ended =
                wattpeil(
                        "documents",
                        "forget",
                        "--definition",
                        "example",
                        "--name",
                        "inbox/**",
                        "--yes");

        assertThat(ended.code()).isZero();
        assertThat(wattpeil("documents", "--format", "csv").out())
                .contains(",print,")
                .doesNotContain(",example,");
    }

    @Test
    void changesNothingWhereNobodyCanBeAsked() {
        List<String> before = files();

        Ended ended = wattpeil("documents", "forget", id());

        assertThat(ended.code()).isEqualTo(CommandLineInterface.INVALID);
        assertThat(ended.err()).startsWith("--yes is missing, expected it where nobody can be");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void saysWhichDocumentIsMeantWhereItIsUnclear() {
        assertThat(wattpeil("documents", "forget", "xyz", "--yes").err().strip())
                .isEqualTo(
                        "document is \"xyz\", expected the id of one, or as much of it as no other"
                                + " begins with (wattpeil documents lists them)");
        assertThat(wattpeil("documents", "restore", "xyz").err().strip())
                .endsWith("(wattpeil documents --forgotten lists them)");
        assertThat(wattpeil("documents", "forget", "--yes").err())
                .startsWith("neither DOCUMENT and --definition or --name are given");
        String id = id();
        wattpeil("documents", "forget", id, "--yes");
        assertThat(wattpeil("documents", "forget", id, "--yes").err().strip())
                .isEqualTo("document is \"" + id + "\", which was taken out of the store before");
    }

    @Test
    void erasesAUserWhoseNameComesFromStandardInputAndIsNeverShown() throws IOException {
        Files.writeString(town.resolve("key"), "a key of some length");
        Path settings = town.resolve("config/wattpeil.yaml");
        Files.writeString(settings, "pseudonym-key: {file: key}\n" + Files.readString(settings));
        assertThat(wattpeil("run").code()).isZero();

        assertThat(erase("", "--yes").err()).startsWith("the name is missing, expected one on");
        assertThat(erase("someone\n").err()).startsWith("--yes is missing");
        Ended ended = erase("SOMEONE\nsomeone\n", "--yes");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .isEqualToIgnoringNewLines(
                        "erased: the pseudonym was in 1 document, and is kept out of what is read"
                                + " from now on");
        assertThat(wattpeil("query", "select count(user_key) as n from print_jobs").out())
                .contains("0");
    }

    private Ended erase(String names, String... arguments) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(names.getBytes(StandardCharsets.UTF_8)));
        try {
            List<String> line = new ArrayList<>(List.of("documents", "erase-user"));
            line.addAll(List.of(arguments));
            return wattpeil(line.toArray(String[]::new));
        } finally {
            System.setIn(in);
        }
    }

    private String id() {
        return wattpeil(
                        "documents",
                        "--definition",
                        "example",
                        "--month",
                        "2026-09",
                        "--format",
                        "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",")[0];
    }

    private String values() {
        return wattpeil(
                        "query",
                        "select kpi_id, scope_id, value, coverage, reason from kpi_values"
                                + " where month = '2026-09' and period = 'month' order by all",
                        "--format",
                        "csv")
                .out();
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        try (var found = Files.walk(town.resolve("store"))) {
            found.map(Path::toString).sorted().forEach(files::add);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return files;
    }

    private Ended wattpeil(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--workspace", town.toString()));
        return run(line.toArray(String[]::new));
    }

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineInterface.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
