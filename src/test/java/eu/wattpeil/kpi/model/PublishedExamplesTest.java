package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.kpi.value.UsedFactors;
import eu.wattpeil.kpi.value.Valuation;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Examples that others published: what they put in are the registers of meters here, read every
 * midnight of a month, and the KPI gives the digits that they print.
 */
final class PublishedExamplesTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final WorkspaceFiles FILES = WorkspaceFiles.packaged();
    private static final Problems PROBLEMS = new Problems();
    private static final List<Kpi> KPIS =
            Catalogue.headers(
                    Workspace.load(Path.of("packaged", "nothing"), Set.of(), new Problems())
                            .modelFiles(),
                    Texts.read(FILES, PROBLEMS),
                    Frames.read(FILES, PROBLEMS),
                    PROBLEMS);

    @TempDir private Path folder;

    /** What meters counted in the month, by their role: watt-hours, of water litres. */
    private final Map<String, Long> meters = new LinkedHashMap<>();

    /**
     * "Sustainability", SAB Consult FM: a data centre takes 50,000 kWh, its IT 40,000 kWh.
     * https://sabconsultfm.com/sustainability
     */
    @Test
    void powerUsageEffectivenessOfSabConsult() throws IOException, SQLException {
        meters.put("room_total", 50_000_000L);
        meters.put("it", 40_000_000L);

        assertThat(told("pue_interim", 2)).isEqualTo("1.25");
    }

    /**
     * "How to Calculate Energy Reuse Effectiveness", CalcSimpler: a facility takes 1,250,000 kWh,
     * its IT 820,000 kWh, and 210,000 kWh are used elsewhere.
     * https://www.calcsimpler.com/calculators/energy-reuse-effectiveness
     */
    @Test
    void energyReuseEffectivenessOfCalcSimpler() throws IOException, SQLException {
        meters.put("room_total", 1_250_000_000L);
        meters.put("it", 820_000_000L);
        meters.put("heat_reused", 210_000_000L);

        assertThat(told("ere", 2)).isEqualTo("1.27");
    }

    /**
     * Metric card EN 50600-4-6 of the guide "Green DC": of 147 kWh, 79 kWh are used again.
     * https://github.com/kopja3/green_DC/blob/237471ceb102df03449a24303b4f598976ce6ce0/Mittarikortti_EN50600_4-6_ERF.md
     */
    @Test
    void energyReuseFactorOfTheFinnishMetricCards() throws IOException, SQLException {
        meters.put("room_total", 147_000L);
        meters.put("heat_reused", 79_000L);

        assertThat(told("erf", 2)).isEqualTo("0.54");
    }

    /**
     * Metric card EN 50600-4-3 of the same guide: of 147 kWh, the data centre makes 99 kWh of
     * renewable energy itself.
     * https://github.com/kopja3/green_DC/blob/6d07ff31708c0cec96be1196e0218548ff1fe2e7/Mittarikortti_EN50600_4-3_REF.md
     */
    @Test
    void renewableEnergyFactorOfTheFinnishMetricCards() throws IOException, SQLException {
        meters.put("room_total", 48_000L);
        meters.put("pv", 99_000L);

        assertThat(told("ref", 2)).isEqualTo("0.67");
    }

    /**
     * Metric card EN 50600-4-7 of the same guide: 44 kWh take 95 kWh of heat away.
     * https://github.com/kopja3/green_DC/blob/f6ebecfe7fd2c4642d90f4e6c180eb00f6b70411/Mittarikortti_EN50600-4-7-CER.md
     */
    @Test
    void coolingEfficiencyRatioOfTheFinnishMetricCards() throws IOException, SQLException {
        meters.put("room_total", 147_000L);
        meters.put("it", 80_000L);
        meters.put("cooling", 44_000L);
        meters.put("heat_removed", 95_000L);

        assertThat(told("cer", 2)).isEqualTo("2.16");
    }

    /**
     * Metric card EN 50600-4-9 of the same guide: 928 m3 of water for 582.6 MWh of IT.
     * https://github.com/kopja3/green_DC/blob/1dff9678c7af9748780cf39a64b946ea9a6444e2/Mittarikortti_EN50600-4-9-WUE.md
     */
    @Test
    void waterUsageEffectivenessOfTheFinnishMetricCards() throws IOException, SQLException {
        meters.put("it", 582_600_000L);
        meters.put("water", 928_000L);

        assertThat(told("wue", 1)).isEqualTo("1.6");
    }

    /** The value of the only room or site, with as many decimals as were published. */
    private String told(String kpiId, int decimals) throws IOException, SQLException {
        Kpi kpi = KPIS.stream().filter(it -> it.kpiId().equals(kpiId)).findFirst().orElseThrow();
        try (ModelWorkbench workbench = ModelWorkbench.open(MONTH.toString(), relations())) {
            workbench.build(kpiId);
            List<String> rows =
                    workbench.rows("select numerator, denominator, coverage from " + kpiId);
            assertThat(rows).hasSize(1);
            String[] cells = rows.get(0).split(",", -1);
            ScopeFigure figure =
                    new ScopeFigure(
                            Scope.ORGANISATION,
                            Optional.of(new BigDecimal(cells[0])),
                            Optional.of(new BigDecimal(cells[1])),
                            new Known(Optional.of(Double.parseDouble(cells[2])), Optional.empty()),
                            false);
            UsedFactors none = new UsedFactors(FactorUse.NONE, Optional.empty(), Optional.empty());
            KpiValue value = new Valuation(kpi, MONTH, none, 1).value(figure);
            assertThat(value.reason()).isEmpty();
            return BigDecimal.valueOf(value.value().orElseThrow())
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    private Map<String, Path> relations() throws IOException {
        List<String> standing = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        standing.add("meter_id,meter_key,room_id,site_id,role,multiplier,valid_from");
        readings.add("meter_key,quantity,kind,measured_at,value,document_id,line");
        meters.forEach(
                (role, amount) -> {
                    standing.add(String.join(",", role, role, "r1", "s1", role, "1", "2025-01-01"));
                    for (int day = 0; day <= MONTH.lengthOfMonth(); day++) {
                        readings.add(register(role, amount, day));
                    }
                });
        return Map.of(
                "meters", file("meters", standing),
                "documents", file("documents", List.of("document_id,batch", "a,1")),
                "meter_readings", file("meter_readings", readings));
    }

    /** What a meter shows at the start of a day of the month, after as much on each day. */
    private static String register(String role, long amount, int day) {
        LocalDate date = MONTH.atDay(1).plusDays(day);
        String quantity =
                switch (role) {
                    case "heat_reused", "heat_removed" -> "heat";
                    case "water" -> "water";
                    default -> "electricity";
                };
        return String.join(
                ",",
                role,
                quantity,
                "counter",
                date.atStartOfDay(ZONE).toInstant().toString(),
                Long.toString(amount * day / MONTH.lengthOfMonth()),
                "a",
                Integer.toString(day + 1));
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }
}
