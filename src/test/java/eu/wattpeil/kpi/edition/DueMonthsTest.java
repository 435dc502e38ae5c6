package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.Values;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.ModelFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a month is computed anew. */
class DueMonthsTest {

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        // Names that mean something in SQL and in patterns.
        workspace = new TestWorkspace(folder.resolve("it's [a] *store*"));
    }

    @Test
    void changesTheFingerprintWithEverythingThatCanChangeTheMonthAndNothingElse() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);
        String before = fingerprint();
        assertThat(fingerprint()).isEqualTo(before);

        workspace.readings("next month but one", "hall", "2026-11-02T10:00:00Z", 1, 1);
        assertThat(fingerprint()).isEqualTo(before);
        workspace.readings("month before", "hall", "2026-07-15T10:00:00Z", 1, 1);
        assertThat(fingerprint()).isEqualTo(before);

        workspace.readings("next month", "hall", "2026-10-15T10:00:00Z", 1, 1);
        String withNextMonth = fingerprint();
        assertThat(withNextMonth).isNotEqualTo(before);

        workspace.headcounts(List.of(Values.people("archive", 6)));
        String withHeadcount = fingerprint();
        assertThat(withHeadcount).isNotEqualTo(withNextMonth);

        workspace.models(changed(Models.all()));
        String withModel = fingerprint();
        assertThat(withModel).isNotEqualTo(withHeadcount);

        workspace.version("2");
        assertThat(fingerprint()).isNotEqualTo(withModel);
    }

    @Test
    void leavesTheMonthsAloneThatCannotSeeANewHeadcount() {
        workspace.readings(
                "a",
                "hall",
                Autumn.SEPTEMBER_START,
                Autumn.SEPTEMBER_HOURS + Autumn.OCTOBER_HOURS,
                1);
        Autumn.computeBoth(workspace);

        workspace.add(new Headcount(Autumn.OCTOBER, "archive", BigDecimal.TEN, 12));

        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isFalse();
        assertThat(workspace.computation().isDue(Autumn.OCTOBER)).isTrue();
    }

    @Test
    void computesAMonthAnewWhereAnEarlierOneChanged() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1);
        workspace.readings("b", "hall", Autumn.OCTOBER_START, Autumn.OCTOBER_HOURS, 1);
        Autumn.computeBoth(workspace);
        workspace.readings("c", "hall", "2026-09-30T21:00:00Z", 1, 1);

        Computation computation = workspace.computation();
        assertThat(computation.isDue(Autumn.OCTOBER)).isTrue();
        computation.compute(Autumn.SEPTEMBER);

        assertThat(computation.isDue(Autumn.OCTOBER)).isTrue();
    }

    private String fingerprint() {
        return workspace.computation().fingerprint(Autumn.SEPTEMBER);
    }

    private static List<ModelFile> changed(List<ModelFile> files) {
        return files.stream()
                .map(it -> new ModelFile(it.layer(), it.name(), it.sql() + "\n-- why", it.file()))
                .toList();
    }
}
