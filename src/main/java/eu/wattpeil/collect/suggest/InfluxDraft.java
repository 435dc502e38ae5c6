package eu.wattpeil.collect.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text for what InfluxDB has: line protocol, or the annotated CSV of its answers. */
final class InfluxDraft {

    private static final int SHOWN = 20_000;
    private static final int LOOKED_AT = 200;
    private static final double MOST = 0.9;
    private static final int NANOSECONDS = 19;
    private static final int MICROSECONDS = 14;
    private static final int MILLISECONDS = 11;
    private static final String FIELD_COLUMN = "_field";
    private static final Set<String> NO_TAGS =
            Set.of("", "result", "table", "_start", "_stop", "_time", "_value", FIELD_COLUMN);

    private static final Pattern POINT =
            Pattern.compile(
                    "(?<series>(?:[^\\s\\\\\",]|\\\\.)+(?:,(?:[^\\s\\\\\",=]|\\\\.)+=(?:[^\\s\\\\\",]|\\\\.)+)*)"
                            + " (?<fields>(?:[^\\s\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*\")+)"
                            + "(?: (?<time>-?\\d{9,19}))?\\s*");
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?<key>(?:[^,=\\s\\\\\"]|\\\\.)+)="
                            + "(?:(?<number>[+-]?[\\d.]+(?:[eE][+-]?\\d+)?[iu]?)|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z]+)"
                            + "(?:,|$)");

    private InfluxDraft() {}

    /**
     * The definition; empty where it is neither.
     *
     * @param key of the meter, where nothing tells one
     */
    static Optional<Draft> of(Head head, String key) {
        List<String> lines =
                head.text().lines().filter(line -> !line.isBlank()).limit(SHOWN).toList();
        if (!lines.isEmpty() && lines.get(0).matches("#(group|datatype),.*")) {
            return annotated(lines, key);
        }
        List<String> points = lines.stream().filter(line -> !line.startsWith("#")).toList();
        long fitting =
                points.stream().limit(LOOKED_AT).filter(it -> POINT.matcher(it).matches()).count();
        return fitting > 0 && fitting >= MOST * Math.min(points.size(), LOOKED_AT)
                ? points(points, key)
                : Optional.empty();
    }

    private static Optional<Draft> annotated(List<String> lines, String key) {
        List<List<String>> rows =
                lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> Arrays.asList(line.split(",", -1)))
                        .toList();
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
        int field = header.indexOf(FIELD_COLUMN);
        if (field < 0 || !header.contains("_time") || !header.contains("_value")) {
            return Optional.empty();
        }
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        Set<String> fields = new LinkedHashSet<>();
        for (List<String> row : rows) {
            if (row.size() != header.size() || row.get(field).equals(FIELD_COLUMN)) {
                continue;
            }
            fields.add(row.get(field));
            for (int i = 0; i < row.size(); i++) {
                if (!NO_TAGS.contains(header.get(i))) {
                    tags.computeIfAbsent(header.get(i), name -> new TreeSet<>()).add(row.get(i));
                }
            }
        }
        Draft draft = new Draft(MeterDraft.DATASET, "delimited");
        draft.option("delimiter", ",");
        meter(draft, tags, key);
        List<Object> records = new ArrayList<>();
        for (String name : fields) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("column", "_value");
            MetricUnit.of(name).putTo(value, name, draft);
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("only", Map.of(FIELD_COLUMN, name));
            record.put("columns", Map.of("value", value));
            if (fields.size() > 1) {
                record.put("meter-suffix", "-" + name);
            }
            records.add(record);
        }
        draft.option("records", records);
        draft.column("measured_at", "_time");
        draft.constant("quantity", "electricity");
        return Optional.of(draft);
    }

    /** The tags that tell meters apart; the measurement where there are no others. */
    private static void meter(Draft draft, Map<String, Set<String>> tags, String key) {
        List<String> telling =
                tags.entrySet().stream()
                        .filter(tag -> tag.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
        List<String> any = tags.keySet().stream().limit(1).toList();
        List<String> keys = telling.isEmpty() ? any : telling;
        if (keys.isEmpty()) {
            draft.constant("meter_key", key);
            draft.note("meter_key", "the name of the meter, as in config/meters.csv");
        } else {
            draft.column("meter_key", keys.size() == 1 ? keys.get(0) : Map.of("columns", keys));
        }
    }

    private static Optional<Draft> points(List<String> lines, String key) {
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        Set<String> numbers = new LinkedHashSet<>();
        int digits = 0;
        for (String line : lines) {
            Matcher point = POINT.matcher(line);
            if (!point.matches()) {
                continue;
            }
            for (String tag : point.group("series").split("(?<!\\\\),")) {
                int sign = tag.indexOf('=');
                if (sign > 0) {
                    tags.computeIfAbsent(plain(tag.substring(0, sign)), name -> new TreeSet<>())
                            .add(tag.substring(sign + 1));
                }
            }
            Matcher field = FIELD.matcher(point.group("fields"));
            while (field.find()) {
                if (field.group("number") != null) {
                    numbers.add(plain(field.group("key")));
                }
            }
            digits = point.group("time") == null ? digits : point.group("time").length();
        }
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft(MeterDraft.DATASET, "influx");
        if (digits > 0 && digits < NANOSECONDS) {
            String coarse = digits > MILLISECONDS ? "ms" : "s";
            draft.option("precision", digits > MICROSECONDS ? "us" : coarse);
        }
        meter(draft, tags, key);
        draft.column("measured_at", "_time");
        fields(draft, numbers);
        draft.constant("quantity", "electricity");
        return Optional.of(draft);
    }

    private static void fields(Draft draft, Set<String> numbers) {
        List<Object> records = new ArrayList<>();
        for (String field : numbers) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("column", field);
            MetricUnit.of(field).putTo(value, field, draft);
            if (numbers.size() == 1) {
                draft.column("value", value);
                return;
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("columns", Map.of("value", value));
            entry.put("ignore-rows-without", field);
            entry.put("meter-suffix", "-" + field);
            records.add(entry);
        }
        draft.option("records", records);
        draft.note("records", "keep those of power and energy");
    }

    private static String plain(String escaped) {
        return escaped.replaceAll("\\\\(.)", "$1");
    }
}
