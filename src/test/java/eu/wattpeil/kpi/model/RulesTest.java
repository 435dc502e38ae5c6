package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of findings by their headers. */
final class RulesTest {

    private static final Path KPIS = ModelWorkbench.MODELS.resolve("kpi");
    private static final Pattern THRESHOLD = Pattern.compile("bounds\\.(\\w+)");

    /** A number that nobody can look up has no source. */
    @Test
    void nameTheThresholdsThatTheyReadAndNoOther() throws IOException {
        Set<String> known =
                Files.readAllLines(Path.of("config", "thresholds.csv")).stream()
                        .map(line -> line.split(",")[0])
                        .collect(Collectors.toSet());
        Problems problems = new Problems();
        for (ModelFile file : files()) {
            Rule rule = Catalogue.rules(List.of(file), problems).get(0);
            Set<String> read =
                    THRESHOLD
                            .matcher(file.sql())
                            .results()
                            .map(it -> it.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(new TreeSet<>(rule.thresholds())).as(rule.ruleId()).isEqualTo(read);
            assertThat(known).as(rule.ruleId()).containsAll(read);
            assertThat(rule.values())
                    .allMatch(it -> Files.exists(KPIS.resolve(it.kpiId() + ".sql")));
            assertThat(rule.grain())
                    .as(rule.ruleId())
                    .isSubsetOf("room", "meter", "category", "organisation");
        }
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void haveASourceAndAGrade() {
        Problems problems = new Problems();

        Catalogue.rules(
                List.of(
                        new ModelFile(
                                "finding",
                                "guess",
                                "-- grain: room\n-- grade: D\n-- sorce: me\n"
                                        + "-- values: pue_annual year\n-- facts: a, b K\n"
                                        + "-- saves: kw\nselect 1",
                                "jobs/models/finding/guess.sql")),
                problems);

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "jobs/models/finding/guess.sql:1: source is missing, expected what the"
                                + " rule rests on: none is a rule without",
                        "jobs/models/finding/guess.sql:2: grade is \"D\", expected A, B, C or P",
                        "jobs/models/finding/guess.sql:3: unknown key \"sorce\", did you mean"
                                + " \"source\"?",
                        "jobs/models/finding/guess.sql:4: values has \"pue_annual year\", expected a"
                                + " KPI and month or rolling_year",
                        "jobs/models/finding/guess.sql:5: facts has \"a\", expected a column and"
                                + " its unit",
                        "jobs/models/finding/guess.sql:6: saves has \"kw\", did you mean \"kwh\"?");
    }

    private static List<ModelFile> files() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("finding"))) {
            return files.sorted()
                    .map(
                            file -> {
                                String name = file.getFileName().toString().replace(".sql", "");
                                return new ModelFile(
                                        "finding", name, ModelWorkbench.text(file), name);
                            })
                    .toList();
        }
    }
}
