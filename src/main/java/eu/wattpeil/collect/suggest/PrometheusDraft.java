package eu.wattpeil.collect.suggest;

import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes an answer of Prometheus for readings of the metrics that it names. */
final class PrometheusDraft {

    private static final String NAME = "__name__";
    private static final Set<String> OF_THE_SCRAPE = Set.of(NAME, "job");
    private static final int MOST_METRICS = 50;
    private static final String OVER_TIME = "prometheus";
    private static final String AT_ONE_TIME = "prometheus-instant";

    /** The labels of each series. */
    private final List<Map<String, String>> series = new ArrayList<>();

    private final Preset preset;
    private final String path;
    private final Draft draft;

    private PrometheusDraft(Preset preset, String path) {
        this.preset = preset;
        this.path = path;
        draft = new Draft("", preset.name());
        draft.noteFormat(preset.title());
    }

    /**
     * The definition; empty where no series can be seen.
     *
     * @param preset that recognises it: of values over time, or at one time
     * @param presets all that there are
     */
    static Optional<Draft> of(Head head, Preset preset, List<Preset> presets) {
        boolean isInstant = preset.name().equals(AT_ONE_TIME);
        PrometheusDraft made =
                new PrometheusDraft(preset, isInstant ? "../metric/" : "../../metric/");
        made.read(head.text());
        if (made.series.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = made.draft();
        if (isInstant) {
            presets.stream()
                    .filter(it -> it.name().equals(OVER_TIME))
                    .forEach(made::noteWhatIsKnownOverTime);
        }
        return Optional.of(draft);
    }

    /** Of values over time a preset knows units and scales that names do not say. */
    private void noteWhatIsKnownOverTime(Preset overTime) {
        String records = overTime.options().yaml();
        Set<String> names = new LinkedHashSet<>();
        for (Map<String, String> labels : series) {
            String name = labels.getOrDefault(NAME, "");
            if (!name.isEmpty() && isIn(name, records)) {
                names.add(Draft.text(name) + "[1h]");
            }
        }
        if (!names.isEmpty()) {
            draft.doubt(
                    "value: of values over time the format "
                            + OVER_TIME
                            + " knows units and scales: ask for "
                            + String.join(", ", names));
        }
    }

    private void read(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                boolean isMetric =
                        token == JsonToken.PROPERTY_NAME
                                && "metric".equals(parser.currentName())
                                && parser.nextToken() == JsonToken.START_OBJECT;
                if (isMetric) {
                    series.add(labels(parser));
                }
                token = parser.nextToken();
            }
        } catch (JacksonException cut) {
            // What was found until there counts.
        }
    }

    private static Map<String, String> labels(JsonParser parser) {
        Map<String, String> labels = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String label = parser.currentName();
            parser.nextToken();
            labels.put(label, Objects.requireNonNullElse(parser.getValueAsString(), ""));
        }
        return labels;
    }

    private Draft draft() {
        String own = preset.options().yaml();
        Set<String> known = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Map<String, String> labels : series) {
            String name = labels.getOrDefault(NAME, "");
            boolean isKnown = !name.isEmpty() && isIn(name, own);
            (isKnown ? known : unknown).add(name);
        }
        List<Map<String, String>> read =
                series.stream()
                        .filter(labels -> known.isEmpty() || known.contains(labels.get(NAME)))
                        .toList();
        List<String> keys = keys(read, asked(known));
        if (keys.isEmpty()) {
            draft.constant("meter_key", MetricUnit.TODO);
            draft.doubt("meter_key: the series have no labels; name the meter in place of TODO");
        } else {
            List<String> paths = keys.stream().map(label -> path + label).toList();
            draft.column("meter_key", paths.size() == 1 ? paths.get(0) : Map.of("columns", paths));
        }
        if (known.isEmpty()) {
            records(unknown);
        } else if (!unknown.isEmpty()) {
            draft.doubt(
                    "records: what the preset does not know is passed over: "
                            + String.join(", ", unknown.stream().map(Draft::text).toList()));
        }
        return draft;
    }

    private static boolean isIn(String name, String text) {
        return Pattern.compile("(?<![\\w:])" + Pattern.quote(name) + "(?![\\w:])")
                .matcher(text)
                .find();
    }

    /** The labels by which the preset's records of these metrics tell which series they mean. */
    private Set<String> asked(Set<String> metrics) {
        Set<String> asked = new LinkedHashSet<>();
        for (Section record : preset.options().sections("records")) {
            Section only = record.section("only");
            boolean isOfThese =
                    only.has(path + NAME)
                            && only.texts(path + NAME).stream().anyMatch(metrics::contains);
            if (isOfThese) {
                only.keys().forEach(key -> asked.add(key.substring(key.lastIndexOf('/') + 1)));
            }
        }
        return asked;
    }

    /** The labels that tell series of one metric apart; what the preset asks for does not. */
    private List<String> keys(List<Map<String, String>> read, Set<String> asked) {
        Map<String, Set<String>> texts = new TreeMap<>();
        for (Map<String, String> labels : read) {
            labels.forEach(
                    (label, text) ->
                            texts.computeIfAbsent(label, it -> new LinkedHashSet<>()).add(text));
        }
        List<String> labels =
                texts.keySet().stream()
                        .filter(label -> read.stream().allMatch(it -> it.containsKey(label)))
                        .filter(label -> !OF_THE_SCRAPE.contains(label))
                        .filter(label -> !asked.contains(label))
                        .sorted(Comparator.comparingInt(PrometheusDraft::rank))
                        .toList();
        List<String> keys = new ArrayList<>();
        for (String label : labels) {
            boolean isTelling =
                    !isTold(read, keys) && texts.getOrDefault(label, Set.of()).size() > 1;
            if (rank(label) < 2 || isTelling) {
                keys.add(label);
            }
        }
        if (keys.isEmpty()) {
            texts.keySet().stream()
                    .filter(label -> !OF_THE_SCRAPE.contains(label))
                    .findFirst()
                    .ifPresent(keys::add);
        }
        return keys;
    }

    /** The instance and the index of an outlet always tell a meter. */
    private static int rank(String label) {
        return label.equals("instance") ? 0 : label.endsWith("Index") ? 1 : 2;
    }

    private static boolean isTold(List<Map<String, String>> read, List<String> keys) {
        Set<List<String>> told = new LinkedHashSet<>();
        for (Map<String, String> labels : read) {
            List<String> texts = new ArrayList<>();
            texts.add(labels.getOrDefault(NAME, ""));
            keys.forEach(key -> texts.add(labels.getOrDefault(key, "")));
            if (!told.add(texts)) {
                return false;
            }
        }
        return true;
    }

    private void records(Set<String> names) {
        if (names.size() == 1) {
            draft.column("value", value(names.iterator().next()));
            if (preset.options().has("records")) {
                draft.option("records", List.of(record(names.iterator().next())));
                draft.forget("value");
            }
            return;
        }
        draft.option("records", names.stream().limit(MOST_METRICS).map(this::record).toList());
        draft.note("records", "those of the preset are of other metrics");
    }

    private Object record(String name) {
        Map<String, Object> record = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            record.put("only", Map.of(path + NAME, name));
        }
        record.put("columns", Map.of("value", value(name)));
        return record;
    }

    private Map<String, Object> value(String name) {
        Map<String, Object> value = new LinkedHashMap<>();
        MetricUnit.of(name).putTo(value, name.isEmpty() ? "the values" : name, draft);
        return value;
    }
}
