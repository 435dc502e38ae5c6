package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever meters, departments, printers and the organisation are called, and the file that tells
 * of them: names stay names, and figures are the same. (What is an id is of letters, digits, - and
 * _.)
 */
class HostileNamesIT {

    private static final List<String> NAMES =
            List.of(
                    "x'); drop table meter_readings; --",
                    "a' || (select 1) || 'b",
                    "$$; attach '/tmp/x.db' as y; $$",
                    "{kpi_values} :month ? %s %n",
                    "../../../../tmp/x",
                    "<img src=x onerror=alert(1)>",
                    "=cmd|' /C calc'!A0",
                    "null",
                    "a/b*c[d]{e,f}",
                    "*/ union select * from documents /*");

    /** Free texts of the workspace that init makes, in its configuration and in a document. */
    private static final List<String> OLD =
            List.of(
                    "MAIN",
                    "UPS1",
                    "Administration",
                    "Public works",
                    "Hall of the main building",
                    "My organisation");

    private static final String FIGURES =
            "select kpi_id, count(*) as n, sum(value) as value from kpi_values where scope_kind <>"
                    + " 'goal' group by kpi_id order by kpi_id";

    @TempDir private static Path folder;

    private static String usual;

    @BeforeAll
    static void readAWorkspaceWithUsualNames() throws IOException {
        usual = figures(workspace("usual", 0, false));
        assertThat(usual).contains("dc_energy_total").contains("sheets");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void figuresAreTheSameWhateverThingsAreCalled(int turn) throws IOException {
        Path root = workspace("turn" + turn, turn, true);

        assertThat(figures(root)).isEqualTo(usual);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(it -> it.getFileName().toString())).doesNotContain("x", "x.db");
        }
    }

    private static Path workspace(String name, int turn, boolean isHostile) throws IOException {
        Path root = folder.resolve(name);
        run("init", root.toString());
        if (isHostile) {
            Map<String, String> names = new TreeMap<>();
            for (int i = 0; i < OLD.size(); i++) {
                names.put(OLD.get(i), NAMES.get((i + turn) % NAMES.size()));
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = file.toString();
                    if (text.endsWith(".yaml") || text.endsWith(".csv")) {
                        Files.writeString(file, renamed(Files.readString(file), names));
                    }
                }
            }
        }
        return root;
    }

    /** Each name where it stands alone, in quotes that CSV and YAML both understand. */
    private static String renamed(String text, Map<String, String> names) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.lines().toList()) {
            String changed = line;
            for (Map.Entry<String, String> name : names.entrySet()) {
                changed =
                        changed.replaceAll(
                                "(^|,|;|name: )" + name.getKey() + "(?=$|,|;|})",
                                "$1\"" + name.getValue().replace("$", "\\$") + "\"");
            }
            lines.append(line.startsWith("#") ? line : changed).append('\n');
        }
        return lines.toString();
    }

    private static String figures(Path root) {
        run("run", "--quiet", "--workspace", root.toString());
        return run("query", "--workspace", root.toString(), "--format", "csv", FIGURES);
    }

    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter errors = new StringWriter();
        int code =
                CommandLineInterface.run(
                        new PrintWriter(printed), new PrintWriter(errors), arguments);
        assertThat(code).as("%s%n%s", errors, printed).isZero();
        return printed.toString();
    }
}
