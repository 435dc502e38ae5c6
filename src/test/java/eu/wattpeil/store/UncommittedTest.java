package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is to be committed is known to the last change, also of those that come meanwhile. */
class UncommittedTest {

    private final Uncommitted uncommitted = new Uncommitted();

    @Test
    void commitsNothingThatCameMeanwhile() {
        uncommitted.placed("kpi_values/a");
        Uncommitted.Changes begun = uncommitted.changes();
        uncommitted.placed("kpi_values/a");
        uncommitted.placed("kpi_values/b");

        uncommitted.committed(begun);

        assertThat(uncommitted.changes().placed()).containsOnlyKeys("kpi_values/a", "kpi_values/b");
        uncommitted.committed(uncommitted.changes());
        assertThat(uncommitted.changes().isEmpty()).isTrue();
    }

    @Test
    void placesNothingInAFolderThatIsRemoved() {
        uncommitted.placed("kpi_values/month=2026-09/a");
        uncommitted.placed("kpi_values/month=2026-09b");

        uncommitted.removed("kpi_values/month=2026-09");

        assertThat(uncommitted.changes().placed()).containsOnlyKeys("kpi_values/month=2026-09b");
        assertThat(uncommitted.changes().removed()).containsOnlyKeys("kpi_values/month=2026-09");
    }

    @Test
    void takesForRemovedWhatIsBelowARemovedFolder() {
        uncommitted.removed("kpi_values/month=2026-09");

        assertThat(uncommitted.isRemoved("kpi_values/month=2026-09/part.parquet")).isTrue();
        assertThat(uncommitted.isRemoved("kpi_values/month=2026-09")).isTrue();
        assertThat(uncommitted.isRemoved("kpi_values/month=2026-09b/part.parquet")).isFalse();
        assertThat(uncommitted.isRemoved("kpi_values")).isFalse();
    }

    @Test
    void removesBeforeItPlacesAnew() {
        uncommitted.removed("kpi_values/a");
        uncommitted.placed("kpi_values/a");

        assertThat(uncommitted.changes().placed()).containsOnlyKeys("kpi_values/a");
        assertThat(uncommitted.changes().removed()).containsOnlyKeys("kpi_values/a");
    }

    @Test
    void hasNothingOnceItIsForgotten() {
        uncommitted.placed("kpi_values/a");
        uncommitted.removed("kpi_values/b");

        uncommitted.forget();

        assertThat(uncommitted.changes().isEmpty()).isTrue();
        assertThat(uncommitted.isRemoved("kpi_values/b")).isFalse();
    }
}
