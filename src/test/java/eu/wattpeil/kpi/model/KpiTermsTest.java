package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether parts add up to the KPIs that they are parts of, in each case of {@code kpi_terms}. */
class KpiTermsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "kpi", "kpi_terms");

    /** What six decimals leave of the activities of a case, by factors of up to 2000. */
    private static final double NOTHING = 0.01;

    @Test
    void addUpToEveryKpiThatTheyArePartsOf() throws IOException, SQLException {
        Set<String> parted = new TreeSet<>();
        Set<String> proven = new TreeSet<>();
        for (Path folder : folders()) {
            try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", relations(folder))) {
                workbench.build("kpi_terms");
                for (String kpi : workbench.rows("select distinct kpi_id from kpi_terms")) {
                    parted.add(kpi);
                    proven.addAll(proven(workbench, kpi, folder));
                }
            }
        }
        assertThat(proven).hasSizeGreaterThanOrEqualTo(14).isEqualTo(parted);
    }

    /** The KPI where it is known in one of its scopes, and is what its parts add up to. */
    private static Set<String> proven(ModelWorkbench workbench, String kpi, Path folder)
            throws SQLException {
        workbench.build(kpi);
        List<String> known =
                workbench.rows(
                        "select "
                                + kpi
                                + ".scope_id, "
                                + completed(kpi)
                                + ", coalesce(sum(activity * factor_value * kpi_terms.coverage), 0)"
                                + " from "
                                + kpi
                                + " left join kpi_terms on kpi_terms.kpi_id = '"
                                + kpi
                                + "' and kpi_terms.scope_id = "
                                + kpi
                                + ".scope_id where numerator is not null group by all");
        for (String row : known) {
            String[] cells = row.split(",");
            assertThat(Double.parseDouble(cells[2]))
                    .as("%s of %s in %s", kpi, cells[0], folder.getFileName())
                    .isCloseTo(Double.parseDouble(cells[1]), within(NOTHING));
        }
        return known.isEmpty() ? Set.of() : Set.of(kpi);
    }

    /** What the KPI's value counts: the known part, or the whole where it is completed. */
    private static String completed(String kpi) {
        boolean isScaled = ModelWorkbench.models().get(kpi).contains("-- gap: scale");
        return "cast(numerator as double)" + (isScaled ? " / " + kpi + ".coverage" : "");
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    private static Map<String, Path> relations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("expected.csv"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".csv", ""),
                                    file -> file,
                                    (one, other) -> one,
                                    TreeMap::new));
        }
    }
}
