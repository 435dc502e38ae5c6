package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnkeptRejectsTest {

    @Test
    void areThoseThatTheLedgerCountsBeyondTheRejectsThatAreKept() {
        List<SourceFacts> sources =
                List.of(
                        new SourceFacts("ups", "meter_readings", 1, 0, 2000, Optional.empty()),
                        new SourceFacts("ups", "devices", 1, 0, 359, Optional.empty()),
                        new SourceFacts("grid", "meter_readings", 1, 0, 3, Optional.empty()));
        List<RejectFacts> kept =
                List.of(
                        new RejectFacts("grid", "unknown_code", 3, List.of()),
                        new RejectFacts("ups", "unknown_code", 600, List.of()),
                        new RejectFacts("ups", "missing_value", 400, List.of()));

        assertThat(UnkeptRejects.of(sources, kept)).containsExactly(new UnkeptRejects("ups", 1359));
    }
}
