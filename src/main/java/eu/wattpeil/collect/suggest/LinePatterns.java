package eu.wattpeil.collect.suggest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes texts for those of formats that cannot do without options, by how their lines are. */
final class LinePatterns {

    private static final int SHOWN = 200;
    private static final double MOST = 0.9;
    private static final int PRINT_LOGGER_COLUMNS = 14;

    private static final Pattern IPMI =
            Pattern.compile("(?im)^.*\\b(instantaneous power reading|current power) *:.*watt");
    private static final Pattern TELEGRAM =
            Pattern.compile(
                    "(?m)^/\\w{3}\\S.*\\R(?s:.{0,400}?)^\\d-\\d:\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern DAY_OF_PRINTS =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}\\t\\d{1,2}:\\d{2}:\\d{2}(?<half> [AaPp]\\.?([Mm]\\.?)?)?"
                            + "(\\t[^\\t]*){9,}");
    private final String key;

    /**
     * @param key of the meter, where the text does not tell one
     */
    private LinePatterns(String key) {
        this.key = key;
    }

    /** The definition; empty where the lines are those of none. */
    static Optional<Draft> of(Head head, String key) {
        LinePatterns patterns = new LinePatterns(key);
        List<String> lines =
                head.text().lines().filter(line -> !line.isBlank()).limit(SHOWN).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (IPMI.matcher(head.text()).find()) {
            return Optional.of(patterns.ipmi());
        }
        if (TELEGRAM.matcher(head.text()).find()) {
            return Optional.of(patterns.telegram());
        }
        if (most(lines, DAY_OF_PRINTS)) {
            return Optional.of(dayOfPrints(lines));
        }
        if (lines.get(0).startsWith("PaperCut Print Logger") && lines.size() > 2) {
            return printLogger(lines);
        }
        return InfluxDraft.of(head, key);
    }

    private static boolean most(List<String> lines, Pattern pattern) {
        long fitting = lines.stream().filter(line -> pattern.matcher(line).matches()).count();
        return fitting > 0 && fitting >= MOST * lines.size();
    }

    private Draft ipmi() {
        Draft draft = new Draft(MeterDraft.DATASET, "ipmi-dcmi");
        draft.option("meter-key", key);
        draft.note("meter-key", "of one server; for several meter-keys: {host: key}");
        draft.doubt("zone: times are on the clock of the controller, which is often in UTC");
        return draft;
    }

    private Draft telegram() {
        Draft draft = new Draft(MeterDraft.DATASET, "dsmr");
        draft.doubt(
                "measured_at: a meter of before DSMR 4 tells no time; name the file after it, such as"
                        + " p1-20260105T000000Z.txt");
        return draft;
    }

    private static Draft dayOfPrints(List<String> lines) {
        Draft draft = new Draft("", "papercut-ng-log");
        Set<String> printers = new LinkedHashSet<>();
        boolean hasHalf = false;
        for (String line : lines) {
            Matcher matcher = DAY_OF_PRINTS.matcher(line);
            if (matcher.matches()) {
                hasHalf |= matcher.group("half") != null;
                printers.add(line.split("\\t", -1)[3]);
            }
        }
        draft.printers(printers);
        if (!hasHalf) {
            Map<String, Object> time = new LinkedHashMap<>();
            time.put("columns", List.of("1", "2"));
            time.put("pattern", "yyyy-MM-dd HH:mm:ss");
            draft.column("printed_at", time);
        }
        return draft;
    }

    /** Its header is in the language of Windows, but its columns keep their order. */
    private static Optional<Draft> printLogger(List<String> lines) {
        if (lines.get(1).split(",", -1).length < PRINT_LOGGER_COLUMNS) {
            return Optional.empty();
        }
        Draft draft = new Draft("", "papercut-print-logger");
        Set<String> printers = new LinkedHashSet<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] fields = line.split(",", 6);
            if (fields.length == 6) {
                printers.add(fields[4].replaceAll("^\"|\"$", ""));
            }
        }
        draft.printers(printers);
        draft.option("skip-lines", 1);
        draft.column("printed_at", Map.of("column", "1"));
        draft.column("user_key", "2");
        draft.column("impressions", Map.of("product", List.of("3", "4")));
        draft.column("copies", "4");
        draft.column("printer_id", "5");
        draft.column("paper", "8");
        draft.column("is_duplex", Map.of("column", "12"));
        draft.column("is_colour", Map.of("column", "13"));
        draft.doubt("columns: the header is translated, so they go by number");
        return Optional.of(draft);
    }
}
