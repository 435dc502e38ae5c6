package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meters of a month in slices, each of not many more readings than memory has room for; each
 * meter is in one. A single meter of more readings is a slice of its own.
 */
final class MeterSlices {

    private static final String METERS = "meters";
    private static final String METER_ID = "meter_id";
    private static final String COUNTED = "counted_readings";

    private MeterSlices() {}

    /**
     * Counts the readings of every meter.
     *
     * @param session that knows the meters
     * @param readings of the months that are seen
     * @param mostRows of a slice
     */
    static List<Set<String>> of(Session session, FileTable readings, long mostRows) {
        session.view(
                COUNTED,
                "select meter_key, count(*) as readings from "
                        + readings.table().name()
                        + " group by meter_key",
                readings);
        List<Set<String>> slices = new ArrayList<>(List.of(new TreeSet<>()));
        long[] rows = {0};
        session.each(
                "select meters.meter_id, coalesce(sum(counted_readings.readings), 0) as readings"
                        + " from meters left join counted_readings using (meter_key)"
                        + " group by meters.meter_id order by meters.meter_id",
                row -> {
                    long own = row.number("readings").orElseThrow().longValue();
                    if (rows[0] > 0 && rows[0] + own > mostRows) {
                        slices.add(new TreeSet<>());
                        rows[0] = 0;
                    }
                    rows[0] += own;
                    slices.get(slices.size() - 1).add(row.text(METER_ID).orElseThrow());
                });
        return slices;
    }

    /** The rows of some meters, where it is the table of meters; any other table as it is. */
    static GivenTable narrowed(GivenTable table, Set<String> meterIds) {
        if (!table.name().equals(METERS)) {
            return table;
        }
        int meterId =
                table.columns().stream()
                        .map(it -> it.substring(0, it.indexOf(' ')))
                        .toList()
                        .indexOf(METER_ID);
        return new GivenTable(
                table.name(),
                table.columns(),
                table.rows().stream()
                        .filter(row -> meterIds.contains(String.valueOf(row.get(meterId))))
                        .toList());
    }
}
