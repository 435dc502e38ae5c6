package eu.wattpeil.report;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Fourteen months of made-up values. */
public final class WaterdamValues {

    /** Power of the season: cooling works harder in summer. */
    private static final double[] SEASON = {
        1.03, 1.0, .98, .97, .97, .97, .98, .99, 1.01, 1.04, 1.08, 1.06, 1.03, 1.0
    };

    private static final int MEASURE_AT = 6;
    private static final int GAP_AT = 3;
    private static final int DUPLEX_AT = 5;

    private WaterdamValues() {}

    public static List<KpiValue> values() {
        List<KpiValue> rows = new ArrayList<>();
        for (int at = 0; at < SEASON.length; at++) {
            addServerRoom(rows, at);
            addDevices(rows, at);
            addPrinting(rows, at);
        }
        addYear(rows);
        return rows;
    }

    private static void addServerRoom(List<KpiValue> rows, int at) {
        double it = at < MEASURE_AT ? 4650 + 18 * at : 3420 + 12 * (at - MEASURE_AT);
        double dc = it * (1.46 + (SEASON[at] - 1) * 1.2) + 90;
        boolean isGap = at == GAP_AT;
        double coverage = at == 9 ? 0.97 : 0.9998;
        both(rows, row(at, "dc_energy_total", "kWh").value(dc).coverage(coverage));
        both(
                rows,
                isGap
                        ? row(at, "it_energy", "kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(0.62)
                        : row(at, "it_energy", "kWh").value(it).coverage(coverage));
        both(
                rows,
                isGap
                        ? row(at, "pue_interim", "kWh/kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(0.62)
                        : row(at, "pue_interim", "kWh/kWh").ratio(dc, it).coverage(coverage));
        both(
                rows,
                at < 11
                        ? row(at, "pue_annual", "kWh/kWh")
                                .unknown(Reason.COVERAGE_BELOW_MINIMUM)
                                .coverage(at / 12.0)
                        : row(at, "pue_annual", "kWh/kWh")
                                .ratio(74210 - at, 48310)
                                .coverage(0.967));
        both(rows, row(at, "base_load_share", "share").value(0.952 - at * 0.001));
        rows.add(row(at, "metering_coverage", "share").ratio(isGap ? 1340 : 1487, 1488).build());
        both(rows, row(at, "server_count", "servers").value(at < MEASURE_AT ? 24 : 16));
        rows.add(
                row(at, "scope2_location", "kgCO2e")
                        .value(dc * 0.155)
                        .factor("elec_eea_be")
                        .coverage(coverage)
                        .build());
        rows.add(
                row(at, "ict_energy_total", "kWh")
                        .value(dc + 2010 - at * 9)
                        .measured(0.72)
                        .coverage(0.98)
                        .build());
    }

    private static void addDevices(List<KpiValue> rows, int at) {
        rows.add(row(at, "devices_per_fte", "devices/FTE").ratio(741 - at * 4, 330).build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "burgerzaken")
                        .ratio(122, 54)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "ict")
                        .ratio(61, 21.5)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "financien")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "ruimte")
                        .ratio(88, 40)
                        .build());
        rows.add(
                row(at, "devices_per_fte", "devices/FTE")
                        .scope("department", "archief")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(row(at, "age_in_use", "months").value(34.2 + at * 0.4).build());
        rows.add(
                row(at, "age_in_use", "months")
                        .scope("category", "laptop")
                        .value(30.1 + at * 0.55)
                        .build());
        rows.add(
                row(at, "age_in_use", "months")
                        .scope("category", "monitor")
                        .value(47.9 + at * 0.2)
                        .coverage(0.981)
                        .build());
        rows.add(
                row(at, "fleet_use_energy", "kWh")
                        .value(2010 - at * 9)
                        .coverage(0.93)
                        .measured(0)
                        .build());
        rows.add(row(at, "inventory_completeness", "share").value(0.941 + at * 0.002).build());
    }

    private static void addPrinting(List<KpiValue> rows, int at) {
        double[] busy = {1, 1.05, 1.02, .84, 1, .93, 1.04, .9, .86, .95, .58, .55, 1, 1.02};
        double duplex = at < DUPLEX_AT ? 0.46 + at * 0.002 : 0.655 + at * 0.004;
        double impressions = 118_000 * busy[at];
        double sheets = impressions * (1 - duplex / 2);
        rows.add(row(at, "sheets", "sheets").value(Math.round(sheets)).build());
        rows.add(row(at, "sheets_per_fte", "sheets/FTE").ratio(Math.round(sheets), 330).build());
        rows.add(row(at, "impressions", "impressions").value(Math.round(impressions)).build());
        rows.add(
                row(at, "duplex_ratio", "share")
                        .ratio(Math.round(impressions * .9 * duplex), Math.round(impressions * .9))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "burgerzaken")
                        .value(Math.round(sheets * .41))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "ruimte")
                        .value(Math.round(sheets * .22))
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "archief")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "sheets", "sheets")
                        .scope("department", "ict")
                        .unknown(Reason.FEWER_THAN_MINIMUM_PEOPLE)
                        .build());
        rows.add(
                row(at, "paper_co2e", "kgCO2e")
                        .value(sheets * 0.00671)
                        .factor("paper_virgin_desnz")
                        .build());
    }

    /** The twelve months up to each month that has them. */
    private static void addYear(List<KpiValue> rows) {
        List<KpiValue> years = new ArrayList<>();
        for (int at = 11; at < SEASON.length; at++) {
            YearMonth last = Waterdam.FIRST.plusMonths(at);
            double sum =
                    rows.stream()
                            .filter(row -> row.kpiId().equals("dc_energy_total"))
                            .filter(KpiValue::isOfOrganisation)
                            .filter(row -> !row.month().isAfter(last))
                            .filter(row -> row.month().isAfter(last.minusMonths(12)))
                            .mapToDouble(row -> row.value().orElseThrow())
                            .sum();
            both(years, row(at, "dc_energy_total", "kWh").year().value(sum).coverage(0.9975));
        }
        rows.addAll(years);
    }

    private static void both(List<KpiValue> rows, RowCase row) {
        rows.add(row.build());
        rows.add(row.scope("room", "town-hall-sr").build());
    }

    public static RowCase row(int at, String kpi, String unit) {
        return new RowCase(Waterdam.FIRST.plusMonths(at), kpi, unit);
    }
}
