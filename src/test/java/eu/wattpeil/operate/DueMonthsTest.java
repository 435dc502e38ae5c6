package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.edition.TestWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueMonthsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2027-01-15T00:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth OLD = YearMonth.of(2013, 5);
    private static final YearMonth RECENT = YearMonth.of(2026, 9);

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void fillStore() {
        workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", "2013-05-15T10:00:00Z", 2, 1);
        workspace.readings("b", "hall", "2023-09-15T10:00:00Z", 2, 1);
        workspace.readings("c", "hall", "2023-10-15T10:00:00Z", 2, 1);
        workspace.readings("d", "hall", "2026-09-15T10:00:00Z", 2, 1);
    }

    @Test
    void leavesAloneWhatIsMoreThanThirtySixMonthsBeforeTheLastMonthWithData() {
        assertThat(due(TestWorkspace.settings()::firstMonth))
                .isEqualTo(
                        new DueMonths(
                                List.of(YearMonth.of(2023, 10), RECENT),
                                List.of(OLD, YearMonth.of(2023, 9))));
    }

    @Test
    void computesFromTheFirstMonthOfTheSettingsOn() {
        assertThat(due(last -> OLD).before()).isEmpty();
        assertThat(due(last -> RECENT).computed()).containsExactly(RECENT);
    }

    @Test
    void keepsUpToDateWhatWasPublishedBefore() {
        workspace.computation().compute(OLD);

        assertThat(due(last -> RECENT))
                .isEqualTo(
                        new DueMonths(
                                List.of(OLD, RECENT),
                                List.of(YearMonth.of(2023, 9), YearMonth.of(2023, 10))));
    }

    private DueMonths due(UnaryOperator<YearMonth> firstMonth) {
        Computation computation = workspace.computation();
        return DueMonths.of(computation, firstMonth, CLOCK);
    }
}
