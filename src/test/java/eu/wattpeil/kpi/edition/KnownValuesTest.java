package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.CountingEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownValuesTest {

    @TempDir Path folder;

    private final CountingEngine engine = new CountingEngine();
    private Editions editions;
    private Edition september;
    private Edition october;

    @BeforeEach
    void computeTwoMonths() {
        TestWorkspace workspace = new TestWorkspace(folder);
        workspace.readings(
                "a",
                "hall",
                Autumn.SEPTEMBER_START,
                Autumn.SEPTEMBER_HOURS + Autumn.OCTOBER_HOURS,
                1);
        Autumn.computeBoth(workspace);
        editions = new Editions(workspace.store(), engine);
        september = editions.current(Autumn.SEPTEMBER).orElseThrow();
        october = editions.current(Autumn.OCTOBER).orElseThrow();
    }

    @Test
    void readsEachEditionOnce() {
        KnownValues known = new KnownValues(editions);
        known.of(List.of(september));

        assertThat(known.of(List.of(september, october)))
                .isEqualTo(editions.values(List.of(september, october)));
        assertThat(engine.files()).hasSize(1 + 1 + 2);
    }

    @Test
    void readsAnotherEditionOfTheSameMonth() {
        KnownValues known = new KnownValues(editions);
        known.of(List.of(september));

        known.of(List.of(new Edition(september.month(), 1, "other", "other")));

        assertThat(engine.files()).hasSize(2);
    }

    @Test
    void forgetsWhatIsNoLongerLookedBackTo() {
        KnownValues known = new KnownValues(editions);
        known.of(List.of(september));
        known.of(List.of(october));

        known.of(List.of(september));

        assertThat(engine.files()).hasSize(3);
    }
}
