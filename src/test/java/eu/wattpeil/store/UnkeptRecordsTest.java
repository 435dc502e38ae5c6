package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are no longer kept are gone by month, and their documents are still known. */
class UnkeptRecordsTest {

    private static final String OTHER = "fedcba987654321011111111";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

    @TempDir Path folder;

    @Test
    void leavesTheRowsOfKeptMonthsWithTheirRejectsAndTheLedgerAsItWas() {
        Store store = filled(folder);
        Map<String, String> before = Readings.fingerprints(Readings.files(folder));

        store.retention().keepFrom(List.of(new KeptFrom("meter_readings", OCTOBER, DAY)));

        Map<String, String> after = Readings.fingerprints(Readings.files(folder));
        assertThat(after.remove(".kept-from")).isNotNull();
        assertThat(before).containsAllEntriesOf(after);
        assertThat(before.keySet())
                .filteredOn(file -> !after.containsKey(file))
                .containsExactly(
                        "meter_readings/month=2026-09/" + FIRST_READING + ".parquet",
                        "meter_readings/month=2026-09/" + OTHER + ".parquet",
                        "rejects/" + OTHER + ".parquet");
        assertThat(store.documents())
                .extracting(LedgerRow::documentId, LedgerRow::records)
                .containsExactly(tuple(FIRST_READING, 40L), tuple(OTHER, 20L));
        store.requireIntact(store.documents());
    }

    @Test
    void doesNotBringBackWhatIsNoLongerKept() {
        Store store = filled(folder);
        store.retention().keepFrom(List.of(new KeptFrom("meter_readings", OCTOBER, DAY)));

        store.retention()
                .keepFrom(
                        List.of(
                                new KeptFrom(
                                        "meter_readings",
                                        OCTOBER.minusMonths(5),
                                        DAY.plusDays(1))));

        assertThat(store.retention().keptFrom())
                .containsOnly(
                        Map.entry("meter_readings", new KeptFrom("meter_readings", OCTOBER, DAY)));
    }

    /** The power is cut at each step in turn; the next run ends as an undisturbed one. */
    @Test
    void endsTheSameWhereverTheRemovalWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = filled(undisturbed);
        whole.prepare();
        keep(whole);
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        int steps =
                StepDisk.cutEverywhere(
                        folder,
                        UnkeptRecordsTest::filled,
                        UnkeptRecordsTest::keep,
                        (root, cut) -> {
                            Store next = Store.open(root);
                            next.requireIntact(next.documents());
                            next.prepare();
                            if (next.retention().keptFrom().isEmpty()) {
                                keep(next);
                            }
                            next.requireIntact(next.documents());
                            assertThat(Readings.fingerprints(Readings.files(root)))
                                    .as(cut)
                                    .isEqualTo(expected);
                        });
        assertThat(steps).isGreaterThan(8);
    }

    private static void keep(Store store) {
        store.retention().keepFrom(List.of(new KeptFrom("meter_readings", OCTOBER, DAY)));
    }

    /** A document of September and October, and one of September alone. */
    private static Store filled(Path root) {
        Store store = Store.open(root);
        Readings.commit(store, FIRST_READING, 1, 40, 1000);
        Readings.commit(store, OTHER, 2, 20, 2000);
        return store;
    }
}
