package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * The logger that writes the registers of the UPS output (UPS1) and the cooling (COOL1) every
 * quarter-hour, in local time without an offset. Its oddities are told at {@link SampleData}.
 */
final class UpsLogger {

    /** Energy in a longer silence cannot be told from its two ends. */
    private static final Duration LONGEST_BRIDGED = Duration.ofDays(1);

    private static final long REGISTER_MAX_WH = 1_000_000_000L;
    private static final long UPS_START_WH = 387_412_306L;
    private static final long NEW_UPS_START_WH = 3_200L;
    private static final long COOLING_START_WH = 993_104_870L;
    private static final String UPS_REPLACED = "2026-03-12T09:20";
    private static final String COOLING_RESET = "2026-05-19T14:10";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final SamplePeriod period;
    private final List<Silence> silences;
    private final long[] upsWh;
    private final long[] coolingWh;
    private long replacedUpsEndWh;

    UpsLogger(SamplePeriod period, ServerRoom room) {
        this.period = period;
        silences =
                List.of(
                        silence("2025-09-12T17:40", "2025-09-15T08:20"),
                        silence("2025-11-19T13:05", "2025-11-19T15:50"),
                        silence("2026-07-20T22:10", "2026-07-22T08:05"));
        upsWh = upsRegister(room::itWh);
        coolingWh = coolingRegister(room::coolingWh);
    }

    /** One file per month; each holds the readings from its first to before the next one's. */
    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add("Tijdstip;Meter;Stand");
            for (int quarter = period.firstQuarterOf(month);
                    quarter < period.firstQuarterOf(month.plusMonths(1));
                    quarter++) {
                if (isSilentAt(quarter)) {
                    continue;
                }
                String stamp = STAMP.format(period.localStartOf(quarter));
                file.add(stamp + ";UPS1;" + Thousandths.text(upsWh[quarter]));
                file.add(stamp + ";COOL1;" + Thousandths.text(coolingWh[quarter]));
            }
            file.writeTo(folder.resolve("ups-" + month + ".csv.gz"));
        }
    }

    /** Quarter-hours whose energy the readings of UPS1 tell; the last one has no end reading. */
    BitSet knownUps() {
        BitSet known = new BitSet();
        known.set(0, period.quarters() - 1);
        silences.stream().filter(Silence::isTooLong).forEach(silence -> clear(known, silence));
        return known;
    }

    /** The same of COOL1, whose reset hides the energy of one quarter-hour. */
    BitSet knownCooling() {
        BitSet known = knownUps();
        known.clear(period.quarterAt(period.instantOf(COOLING_RESET)));
        return known;
    }

    /** The lines of {@code config/events.csv} that these readings need or explain. */
    void writeEventsTo(Path path) {
        TextFile.write(
                path,
                List.of(
                        "event_id,kind,meter_id,happened_at,end_register,start_register,note",
                        "logger-2025-09,note,ups-out,2025-09-12T17:40:00+02:00,,,\"Logger hung"
                                + " until 2025-09-15 08:20; no readings of UPS and cooling\"",
                        "logger-2025-11,note,ups-out,2025-11-19T13:05:00+01:00,,,\"Logger restarted"
                                + " after 3 hours; no readings of UPS and cooling\"",
                        "ups-replaced-2026-03,replacement,ups-out,2026-03-12T09:20:00+01:00,"
                                + Thousandths.text(replacedUpsEndWh).replace(',', '.')
                                + ","
                                + Thousandths.text(NEW_UPS_START_WH).replace(',', '.')
                                + ",Meter of the UPS output replaced",
                        "logger-2026-07,note,ups-out,2026-07-20T22:10:00+02:00,,,\"Logger hung"
                                + " until 2026-07-22 08:05; no readings of UPS and cooling\""));
    }

    private long[] upsRegister(IntToLongFunction energyWh) {
        long[] register = new long[period.quarters()];
        Instant replaced = period.instantOf(UPS_REPLACED);
        int replacedIn = period.quarterAt(replaced);
        register[0] = UPS_START_WH;
        for (int quarter = 1; quarter < register.length; quarter++) {
            long energy = energyWh.applyAsLong(quarter - 1);
            register[quarter] = register[quarter - 1] + energy;
            if (quarter - 1 == replacedIn) {
                long before = energyBefore(replaced, energy);
                replacedUpsEndWh = register[quarter - 1] + before;
                register[quarter] = NEW_UPS_START_WH + energy - before;
            }
        }
        return register;
    }

    private long[] coolingRegister(IntToLongFunction energyWh) {
        long[] register = new long[period.quarters()];
        Instant reset = period.instantOf(COOLING_RESET);
        int resetIn = period.quarterAt(reset);
        register[0] = COOLING_START_WH;
        for (int quarter = 1; quarter < register.length; quarter++) {
            long energy = energyWh.applyAsLong(quarter - 1);
            register[quarter] = (register[quarter - 1] + energy) % REGISTER_MAX_WH;
            if (quarter - 1 == resetIn) {
                register[quarter] = energy - energyBefore(reset, energy);
            }
        }
        return register;
    }

    /** The part of a quarter-hour's energy that was used before an instant in it. */
    private long energyBefore(Instant instant, long energyWh) {
        int quarter = period.quarterAt(instant);
        long seconds = Duration.between(period.startOf(quarter), instant).toSeconds();
        return energyWh * seconds / SamplePeriod.QUARTER_SECONDS;
    }

    private boolean isSilentAt(int quarter) {
        Instant instant = period.startOf(quarter);
        return silences.stream().anyMatch(silence -> silence.covers(instant));
    }

    /** From the last reading before the silence to the first one after it. */
    private void clear(BitSet known, Silence silence) {
        known.clear(period.quarterAt(silence.from()), period.quarterAt(silence.to()) + 1);
    }

    private Silence silence(String from, String to) {
        return new Silence(period.instantOf(from), period.instantOf(to));
    }

    /** A time without readings; neither end is at a quarter-hour. */
    private record Silence(Instant from, Instant to) {

        boolean covers(Instant instant) {
            return instant.isAfter(from) && instant.isBefore(to);
        }

        boolean isTooLong() {
            return Duration.between(from, to).compareTo(LONGEST_BRIDGED) > 0;
        }
    }
}
