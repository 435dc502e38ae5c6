package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.duckdb.DuckDbEngine;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Meter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months of more readings than memory has room for. */
class MeterSlicesTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final int HOURS = 720;

    @TempDir Path folder;

    @Test
    void givesTheSameBytesHoweverFewReadingsMemoryHolds() throws IOException {
        SortedMap<String, String> whole = computed(new SessionCount(new DuckDbEngine()), 1);

        assertThat(whole).isNotEmpty();
        assertThat(computed(new SessionCount(DuckDbEngine.withRoomFor(2 * HOURS)), 3))
                .isEqualTo(whole);
        assertThat(computed(new SessionCount(DuckDbEngine.withRoomFor(1)), 5)).isEqualTo(whole);
    }

    @Test
    void leavesNoFileOfItsOwn() throws IOException {
        Path store = folder.resolve("store");
        workspace(store).computation(DuckDbEngine.withRoomFor(1)).compute(SEPTEMBER);

        try (Stream<Path> files = Files.list(store)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("_spill"));
        }
    }

    /** The files of the results, when that many sessions were opened by each computation. */
    private SortedMap<String, String> computed(SessionCount engine, int sessions)
            throws IOException {
        Path store = Files.createTempDirectory(folder, "store");
        workspace(store).computation(engine).compute(SEPTEMBER);

        assertThat(engine.sessionsOfMonths()).isEqualTo(sessions);
        SortedMap<String, String> files = new TreeMap<>();
        for (String table : List.of("room_energy", "kpi_values")) {
            try (Stream<Path> found = Files.walk(store.resolve(table))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(
                            store.relativize(file).toString(),
                            HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    /** Four meters, one of which got another key, and one that never says anything. */
    private static TestWorkspace workspace(Path store) {
        TestWorkspace workspace = new TestWorkspace(store);
        workspace.models(
                List.of(
                        Models.staging(
                                "stg_readings",
                                """
                                select meter_readings.month, meters.meter_id, value
                                from meter_readings
                                inner join meters using (meter_key)
                                """),
                        Models.intermediate(
                                "int_meter_sums",
                                """
                                -- per: meter
                                select month, meters.meter_id, sum(value) as energy_wh
                                from meters
                                cross join period
                                left join stg_readings using (month, meter_id)
                                group by month, meters.meter_id
                                """),
                        Models.intermediate(
                                "room_energy",
                                """
                                -- materialise: month
                                select
                                    month,
                                    meter_id as room_id,
                                    cast(energy_wh as decimal(18, 3)) as energy_wh
                                from int_meter_sums
                                """),
                        Models.ROOMS,
                        Models.KPI));
        meter(workspace, "hall", "hall");
        meter(workspace, "annex", "annex-old");
        meter(workspace, "annex", "annex-new");
        meter(workspace, "cellar", "cellar");
        meter(workspace, "silent", "silent");
        workspace.readings("a", "hall", "2026-08-31T22:00:00Z", HOURS, 1000);
        workspace.readings("b", "annex-old", "2026-08-31T22:00:00Z", HOURS / 2, 500);
        workspace.readings("c", "annex-new", "2026-09-15T22:00:00Z", HOURS / 2, 700);
        workspace.readings("d", "cellar", "2026-08-31T22:00:00Z", HOURS, 300);
        workspace.readings("e", "unknown", "2026-08-31T22:00:00Z", HOURS, 300);
        return workspace;
    }

    private static void meter(TestWorkspace workspace, String id, String key) {
        workspace.add(
                new Meter(
                        id,
                        key,
                        "cellar",
                        "site",
                        Meter.Role.IT,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.EPOCH,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Another engine's sessions, counted. */
    private static final class SessionCount implements Engine {

        private final Engine engine;
        private final AtomicInteger ofMonths = new AtomicInteger();

        SessionCount(Engine engine) {
            this.engine = engine;
        }

        int sessionsOfMonths() {
            return ofMonths.get();
        }

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public Session open(Path store, ZoneId zone) {
            ofMonths.incrementAndGet();
            return engine.open(store, zone);
        }

        @Override
        public Session open(Path store, Path aside, ZoneId zone) {
            return engine.open(store, aside, zone);
        }

        @Override
        public void removeLeftovers(Path store) {
            engine.removeLeftovers(store);
        }
    }
}
