package eu.wattpeil.operate;

import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import eu.wattpeil.workspace.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row for {@code config/meters.csv}, of a meter that it does not name. What its readings do not
 * tell stands in capitals, which {@code check} refuses.
 *
 * @param meterId ours, made from the key
 * @param meterKey the meter as its source names it
 * @param series what it measures and how, such as {@code electricity counter}
 * @param definitions that brought its readings
 * @param readings how many
 * @param registerMax the value at which its register begins anew, where its source knows it
 * @param from the first day of its readings
 * @param to the last day
 */
public record MeterRow(
        String meterId,
        String meterKey,
        List<String> series,
        List<String> definitions,
        long readings,
        Optional<BigDecimal> registerMax,
        LocalDate from,
        LocalDate to) {

    /** The columns of {@link #text}. */
    public static final String HEADER =
            "meter_id,meter_key,room_id,site_id,role,multiplier,register_max,max_power_w,"
                    + "valid_from,valid_to";

    /** What is to be filled in, for people. */
    public static final String PLACEHOLDERS =
            "ROOM (a room, or nothing for a meter of the whole site), SITE and ROLE (one of "
                    + Arrays.stream(Meter.Role.values())
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ")";

    public MeterRow {
        series = List.copyOf(series);
        definitions = List.copyOf(definitions);
    }

    /**
     * A row for each meter, in the order in which they come.
     *
     * @param takenIds names that other meters have
     * @param zone in which days begin
     */
    static List<MeterRow> of(
            List<UnknownMeter> meters, Set<String> takenIds, ZoneId zone, Registers registers) {
        Map<String, List<UnknownMeter>> byKey =
                meters.stream()
                        .collect(
                                Collectors.groupingBy(
                                        UnknownMeter::meterKey,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Set<String> taken = new HashSet<>(takenIds);
        List<MeterRow> rows = new ArrayList<>();
        byKey.forEach((key, found) -> rows.add(row(free(key, taken), key, found, zone, registers)));
        return rows;
    }

    private static MeterRow row(
            String meterId,
            String meterKey,
            List<UnknownMeter> found,
            ZoneId zone,
            Registers registers) {
        return new MeterRow(
                meterId,
                meterKey,
                found.stream().map(it -> it.quantity() + " " + it.kind()).distinct().toList(),
                found.stream().map(UnknownMeter::definition).distinct().toList(),
                found.stream().mapToLong(UnknownMeter::readings).sum(),
                found.stream()
                        .filter(it -> it.kind().equals("counter"))
                        .flatMap(it -> registers.max(it.definition(), meterKey).stream())
                        .findFirst(),
                day(found.stream().map(UnknownMeter::firstAt).min(Comparator.naturalOrder()), zone),
                day(found.stream().map(UnknownMeter::lastAt).max(Comparator.naturalOrder()), zone));
    }

    private static LocalDate day(Optional<Instant> instant, ZoneId zone) {
        return LocalDate.ofInstant(instant.orElseThrow(), zone);
    }

    /** The key in the letters of a name, with a number where that is taken. */
    private static String free(String meterKey, Set<String> taken) {
        String plain =
                meterKey.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_-]+", "-")
                        .replaceAll("^[-_]+|-+$", "");
        String name = plain.isEmpty() ? "meter" : plain;
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** The row. */
    public String text() {
        return String.join(
                ",",
                meterId,
                quoted(meterKey),
                "ROOM",
                "SITE",
                role(),
                "1",
                registerMax.map(it -> it.stripTrailingZeros().toPlainString()).orElse(""),
                "",
                from.toString(),
                "");
    }

    /** The role, where what is measured leaves one only. */
    private String role() {
        if (series.stream().allMatch(it -> it.startsWith("water "))) {
            return "water";
        }
        return series.stream().allMatch(it -> it.startsWith("temperature ")) ? "inlet" : "ROLE";
    }

    /** In sources there may be signs that a terminal would obey. */
    private static String quoted(String key) {
        String shown = key.replaceAll("\\p{Cntrl}", "?");
        return shown.matches("[\\w.:/ -]+") ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
