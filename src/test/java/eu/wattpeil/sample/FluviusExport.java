package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The quarter-hour exports of the room's grid meter as Fluvius gives them for a connection of an
 * organisation: one row per register and quarter-hour, in local time without an offset, the two
 * hours of the autumn clock change interleaved.
 */
final class FluviusExport {

    private static final String EAN = "541400000000000000";
    private static final String HEADER =
            "\uFEFFVan (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;"
                    + "Register;Volume;Eenheid;Validatiestatus;Omschrijving";
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("dd-MM-yyyy;HH:mm:ss");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final SamplePeriod period;
    private final ServerRoom room;
    private final Range estimated;
    private final Range absent;

    FluviusExport(SamplePeriod period, ServerRoom room) {
        this.period = period;
        this.room = room;
        estimated = range("2025-12-09T10:00", "2025-12-09T13:00");
        absent = range("2026-02-17T02:00", "2026-02-17T09:00");
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add(HEADER);
            for (int quarter : inOrderOfExport(month)) {
                String start = span(quarter) + ";=\"" + EAN + "\";;AMR-meter;";
                String end = ";" + status(quarter) + ";Serverruimte stadhuis";
                String active = volume(quarter, estimatedEvenly(quarter));
                String reactive = volume(quarter, room.reactiveVarh(quarter));
                file.add(start + "Afname Actief;" + active + ";kWh" + end);
                file.add(start + "Afname Inductief;" + reactive + ";kVArh" + end);
            }
            file.writeTo(folder.resolve(name(month)));
        }
    }

    /** Quarter-hours that have a volume, also an estimated one. */
    BitSet known() {
        BitSet known = new BitSet();
        known.set(0, period.quarters());
        known.clear(absent.from(), absent.to());
        return known;
    }

    /** Quarter-hours whose volume is estimated. */
    BitSet estimated() {
        BitSet quarters = new BitSet();
        quarters.set(estimated.from(), estimated.to());
        return quarters;
    }

    private static String name(YearMonth month) {
        return "Verbruikshistoriek_elektriciteit_"
                + EAN
                + "_"
                + IN_NAME.format(month.atDay(1))
                + "_"
                + IN_NAME.format(month.atEndOfMonth())
                + "_kwartiertotalen.csv.gz";
    }

    /** By local start; of two quarter-hours with the same one the earlier comes first. */
    private List<Integer> inOrderOfExport(YearMonth month) {
        List<Integer> quarters = new ArrayList<>();
        for (int quarter = period.firstQuarterOf(month);
                quarter < period.firstQuarterOf(month.plusMonths(1));
                quarter++) {
            quarters.add(quarter);
        }
        quarters.sort((left, right) -> localStart(left).compareTo(localStart(right)));
        return quarters;
    }

    private LocalDateTime localStart(int quarter) {
        return period.localStartOf(quarter).toLocalDateTime();
    }

    private String span(int quarter) {
        return DATE_AND_TIME.format(localStart(quarter))
                + ";"
                + DATE_AND_TIME.format(period.localStartOf(quarter + 1));
    }

    private String status(int quarter) {
        if (absent.contains(quarter)) {
            return "Geen gegevens";
        }
        return estimated.contains(quarter) ? "Geschat" : "Gevalideerd";
    }

    private String volume(int quarter, long thousandths) {
        return absent.contains(quarter) ? "" : Thousandths.text(thousandths);
    }

    /** An estimate spreads the energy between two good registers, so that the sum is right. */
    private long estimatedEvenly(int quarter) {
        if (!estimated.contains(quarter)) {
            return room.gridWh(quarter);
        }
        long sum = 0;
        for (int each = estimated.from(); each < estimated.to(); each++) {
            sum += room.gridWh(each);
        }
        int count = estimated.to() - estimated.from();
        return sum / count + (quarter - estimated.from() < sum % count ? 1 : 0);
    }

    private Range range(String from, String to) {
        return new Range(
                period.quarterAt(period.instantOf(from)), period.quarterAt(period.instantOf(to)));
    }

    /** Quarter-hours; the end is exclusive. */
    private record Range(int from, int to) {

        boolean contains(int quarter) {
            return quarter >= from && quarter < to;
        }
    }
}
