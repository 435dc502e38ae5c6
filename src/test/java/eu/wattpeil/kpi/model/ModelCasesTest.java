package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases of the SQL models: {@code src/test/resources/kpi/<model>/<case>/}, where a case is named
 * after what is odd. Its CSV files are relations, {@code expected.csv} is what the model must give:
 * the columns it names, in any order of rows. {@code month.txt} names the computed month, else it
 * is January 2026. {@code question.sql} asks something of the model where its rows are too many.
 */
final class ModelCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "kpi");

    @TestFactory
    Stream<DynamicTest> givesWhatTheCaseExpects() throws IOException {
        return folders(CASES)
                .flatMap(ModelCasesTest::folders)
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        CASES.relativize(folder).toString(),
                                        folder.toUri(),
                                        () -> check(folder)));
    }

    @Test
    void hasACaseForEveryKpi() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("kpi"))) {
            List<String> kpis =
                    files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
            assertThat(kpis).isNotEmpty();
            assertThat(kpis)
                    .allSatisfy(kpi -> assertThat(folders(CASES.resolve(kpi))).isNotEmpty());
        }
    }

    /** A rule that always fires, or never, or that guesses where it should be silent, is none. */
    @Test
    void hasCasesOfEveryRuleThatFireThatDoNotAndThatCannotBeJudged() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("finding"))) {
            List<String> rules =
                    files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
            assertThat(rules).hasSizeGreaterThanOrEqualTo(10);
            for (String rule : rules) {
                String expected =
                        folders(CASES.resolve(rule))
                                .map(it -> ModelWorkbench.text(it.resolve("expected.csv")))
                                .collect(Collectors.joining());
                assertThat(expected)
                        .as(rule)
                        .containsPattern("(?m)(^|,)found,")
                        .containsPattern("(?m)(^|,)not_found,")
                        .containsPattern("(?m)(^|,)cannot_be_judged,");
            }
        }
    }

    @Test
    void hasACaseForEverySheet() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("sheet"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
                    .isNotEmpty()
                    .allSatisfy(sheet -> assertThat(folders(CASES.resolve(sheet))).isNotEmpty());
        }
    }

    @Test
    void hasACaseForEveryDetail() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("detail"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(folders(CASES.resolve(detail))).isNotEmpty());
        }
    }

    @Test
    void hasCasesOfEveryImpactThatIsKnownAndThatIsNot() throws IOException {
        try (Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("impact"))) {
            List<String> impacts =
                    files.map(file -> file.getFileName().toString().replace(".sql", "")).toList();
            assertThat(impacts).isNotEmpty();
            assertThat(impacts)
                    .allSatisfy(
                            it ->
                                    assertThat(folders(CASES.resolve(it)))
                                            .hasSizeGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void isLaidOutLikeEveryOtherModel() {
        Pattern foreign = Pattern.compile("\t|select \\*|.{101}");
        List<String> found =
                ModelWorkbench.models().entrySet().stream()
                        .flatMap(
                                model ->
                                        foreign.matcher(model.getValue())
                                                .results()
                                                .map(hit -> model.getKey() + ": " + hit.group()))
                        .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void givesEveryKpiTheSameColumnsAndTypes() throws SQLException, IOException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of());
                Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("kpi"))) {
            for (Path file : files.toList()) {
                String kpi = file.getFileName().toString().replace(".sql", "");
                workbench.build(kpi);
                assertThat(
                                workbench.rows(
                                        "select column_name, data_type from duckdb_columns()"
                                                + " where table_name = '"
                                                + kpi
                                                + "' order by column_index"))
                        .as(kpi)
                        .containsExactly(
                                "month,VARCHAR",
                                "scope_kind,VARCHAR",
                                "scope_id,VARCHAR",
                                "numerator,DECIMAL(18,6)",
                                "denominator,DECIMAL(18,6)",
                                "coverage,DOUBLE",
                                "measured_share,DOUBLE");
            }
        }
    }

    @Test
    void givesNoRowsWhereNothingWasCollected() throws SQLException, IOException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", Map.of());
                Stream<Path> files = Files.list(ModelWorkbench.MODELS.resolve("kpi"))) {
            for (Path file : files.toList()) {
                String kpi = file.getFileName().toString().replace(".sql", "");
                workbench.build(kpi);
                assertThat(workbench.rows("select scope_id from " + kpi)).as(kpi).isEmpty();
            }
        }
    }

    private static void check(Path folder) throws IOException, SQLException {
        String model = folder.getParent().getFileName().toString();
        Path question = folder.resolve("question.sql");
        Path expected = folder.resolve("expected.csv");
        try (ModelWorkbench workbench = ModelWorkbench.ofCase(folder)) {
            workbench.build(model);
            String query =
                    Files.exists(question)
                            ? Files.readString(question)
                            : "select " + ModelWorkbench.columns(expected) + " from " + model;
            assertThat(workbench.rows(query))
                    .containsExactlyInAnyOrderElementsOf(workbench.expectedRows(expected, query));
        }
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list cases: " + parent, e);
        }
    }
}
