package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.TestWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFactsTest {

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        workspace = new TestWorkspace(folder);
    }

    @Test
    void isEmptyForAnEmptyStore() {
        assertThat(StoreFacts.of(workspace.store(), workspace.store().documents()))
                .isEqualTo(new StoreFacts(List.of(), List.of()));
    }

    @Test
    void countsWhatEachDefinitionBrought() {
        workspace.readings("b", "hall", "2026-10-15T10:00:00Z", 5, 1);
        workspace.readings("a", "hall", "2026-09-15T10:00:00Z", 2, 1);

        assertThat(StoreFacts.of(workspace.store(), workspace.store().documents()).sources())
                .containsExactly(
                        new SourceFacts(
                                "grid",
                                "meter_readings",
                                2,
                                7,
                                0,
                                Optional.of(Instant.parse("2026-10-15T15:00:00Z"))));
    }

    @Test
    void tellsOfAMonthOnlyWhatWasKnownOfIt() {
        workspace.readings("a", "hall", "2026-09-30T20:00:00Z", 5, 1);
        workspace.readings("b", "hall", "2026-10-15T10:00:00Z", 5, 1);

        assertThat(
                        StoreFacts.ofMonth(
                                        workspace.store(),
                                        YearMonth.of(2026, 9),
                                        TestWorkspace.ZONE)
                                .sources())
                .containsExactly(
                        new SourceFacts(
                                "grid",
                                "meter_readings",
                                1,
                                5,
                                0,
                                Optional.of(Instant.parse("2026-09-30T22:00:00Z"))));
    }

    @Test
    void countsRejectsByReasonWithTheFirstOnesAsExamples() {
        for (int i = 1; i <= 7; i++) {
            workspace.reject("doc" + i, "unreadable_value");
        }
        workspace.reject("other", "unknown_code");

        List<RejectFacts> rejects =
                StoreFacts.of(workspace.store(), workspace.store().documents()).rejects();

        assertThat(rejects)
                .extracting(RejectFacts::reason)
                .containsExactly("unknown_code", "unreadable_value");
        assertThat(rejects).extracting(RejectFacts::count).containsExactly(1L, 7L);
        assertThat(rejects.get(1).examples())
                .extracting(RejectFacts.Example::document)
                .containsExactly(
                        "inbox/doc1.csv",
                        "inbox/doc2.csv",
                        "inbox/doc3.csv",
                        "inbox/doc4.csv",
                        "inbox/doc5.csv");
        assertThat(rejects.get(0).examples())
                .containsExactly(
                        new RejectFacts.Example("inbox/other.csv", 7, "", "a number", "n/a"));
    }
}
