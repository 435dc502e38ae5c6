package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Trial;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a definition for a document of which nobody has said what it is: by the preset that
 * recognises it, the reader that reads it as it is, or what its table shows.
 */
public final class Suggester {

    private static final int HEAD_BYTES = 4 << 20;

    private static final Set<String> PROMETHEUS = Set.of("prometheus", "prometheus-instant");

    private static final Pattern ERROR_OF_PROMETHEUS =
            Pattern.compile("\\s*\\{\\s*\"status\"\\s*:\\s*\"error\"");

    private final Trial trial;
    private final List<Preset> presets;
    private final Vocabulary vocabulary;

    /**
     * @param trial reads by what is suggested
     * @param presets those that may recognise a document
     * @param vocabulary by which columns are told
     */
    public Suggester(Trial trial, List<Preset> presets, Vocabulary vocabulary) {
        this.trial = trial;
        this.presets = presets;
        this.vocabulary = vocabulary;
    }

    /**
     * Where a document is from.
     *
     * @param files the pattern of its source
     * @param key the name of its meter, where nothing tells another
     * @param changedOn the day on which it was last changed
     */
    public record Origin(String files, String key, LocalDate changedOn) {}

    /**
     * A definition.
     *
     * @param yaml empty where nothing can be suggested
     * @param doubts what to look at, a line each; without a definition, what the document is
     * @param result what comes of the first rows by it
     */
    public record Suggestion(String yaml, List<String> doubts, Optional<Trial.Result> result) {}

    /** The definition that reads most of a document. */
    public Suggestion of(Document document, Origin origin) throws IOException {
        byte[] first;
        Head head;
        try (InputStream in = document.open()) {
            first = in.readNBytes(KnownContent.HEAD_BYTES);
        }
        try (InputStream in = document.open()) {
            head = Head.of(in, HEAD_BYTES);
        }
        Suggestion whole = best(whole(document, origin, head));
        if (hasRecords(whole)) {
            return whole;
        }
        boolean isWorkbook = isWorkbook(first, head);
        Optional<Draft> byLines =
                isWorkbook ? Optional.empty() : LinePatterns.of(head, origin.key());
        if (byLines.isPresent()) {
            return tried(document, byLines.get().yaml(origin.files()), byLines.get().doubts());
        }
        Suggestion table = table(document, origin, first, head);
        boolean isOfPreset = !whole.yaml().isEmpty() && !hasRecords(table);
        return isOfPreset ? whole : table;
    }

    private Suggestion table(Document document, Origin origin, byte[] first, Head head)
            throws IOException {
        boolean isWorkbook = isWorkbook(first, head);
        Optional<Grid> grid = Grid.find(head);
        Optional<String> known =
                isWorkbook ? Optional.empty() : KnownContent.of(first, head.charset());
        if (ERROR_OF_PROMETHEUS.matcher(head.text()).lookingAt()) {
            return nothing("an answer of Prometheus that is an error");
        }
        if (known.isPresent() || grid.isEmpty()) {
            return nothing(known.orElse(first.length == 0 ? "empty" : "no table that can be seen"));
        }
        Seen seen =
                Seen.of(document, head, grid.get(), isWorkbook ? "xlsx" : "delimited", vocabulary);
        if (CounterDraft.isOpen(seen)) {
            return refused(
                    "pages of printers, which are those of jobs (dataset print_jobs) or counters"
                            + " of their lives (printer_counters): nothing in the file tells, and"
                            + " a wrong choice counts them many times");
        }
        List<Suggestion> tables = new ArrayList<>();
        for (Draft draft : drafts(document, origin, seen)) {
            Suggestion table = tried(document, draft.yaml(origin.files()), draft.doubts());
            if (!isRefused(table)) {
                tables.add(table);
            }
        }
        Suggestion table = best(tables);
        return table.yaml().isEmpty() ? refused(whyNot(seen)) : table;
    }

    private static String whyNot(Seen seen) {
        return DeviceDraft.isOfComputersOnly(seen)
                ? "a list of computers that tells neither maker and model nor a serial or inventory"
                        + " number: an inventory needs two of them, and a category (laptop, desktop"
                        + " …) to tell energy; export these columns, too"
                : "the columns are those of no dataset that can be told: " + columns(seen.grid());
    }

    private static Suggestion refused(String reason) {
        return new Suggestion("", List.of(reason), Optional.empty());
    }

    /** Whether the text is that of a workbook's cells: a zip file that is none stays as it is. */
    private static boolean isWorkbook(byte[] first, Head head) {
        return KnownContent.isZip(first)
                && !head.text().isBlank()
                && !head.text().startsWith("PK\u0003");
    }

    /** Whether nothing was read but rejects: then the table is something else. */
    private static boolean isRefused(Suggestion suggestion) {
        return suggestion
                .result()
                .filter(it -> it.problems().isEmpty() && it.records() == 0 && it.rejects() > 0)
                .isPresent();
    }

    /** What a document is that none of the formats recognises. */
    private static Suggestion nothing(String what) {
        boolean isOpen = List.of(KnownContent.JSON, KnownContent.XML).contains(what);
        String rest = isOpen ? ", told where its rows are; no preset recognises it" : "";
        return refused("this is " + what + rest);
    }

    private static String columns(Grid grid) {
        return grid.hasHeader()
                ? String.join(", ", grid.columns().stream().map(Column::name).toList())
                : grid.columns().size() + " without a header";
    }

    private static List<Draft> drafts(Document document, Origin origin, Seen seen) {
        List<Draft> drafts = new ArrayList<>();
        if (RegisterDraft.isDocumented(seen)) {
            return RegisterDraft.of(seen, origin.changedOn()).stream().toList();
        }
        CounterDraft.of(seen).or(() -> PrintDraft.of(seen, origin.key())).ifPresent(drafts::add);
        DeviceDraft.of(seen, document.name(), origin.changedOn()).ifPresent(drafts::add);
        if (drafts.isEmpty()) {
            RegisterDraft.of(seen, origin.changedOn()).ifPresent(drafts::add);
        }
        if (drafts.isEmpty()) {
            MeterDraft.of(seen, origin.key()).ifPresent(drafts::add);
        }
        return drafts;
    }

    /** By presets that recognise it, and by readers that need no options. */
    private List<Suggestion> whole(Document document, Origin origin, Head head) throws IOException {
        List<Suggestion> whole = new ArrayList<>();
        String source = "source: {files: " + Draft.text(origin.files()) + "}\n";
        for (Preset preset : Recognition.presets(document, presets)) {
            Optional<Draft> answer =
                    PROMETHEUS.contains(preset.name())
                            ? PrometheusDraft.of(head, preset, presets)
                            : Optional.empty();
            whole.add(
                    answer.isPresent()
                            ? tried(
                                    document,
                                    answer.get().yaml(origin.files()),
                                    answer.get().doubts())
                            : ofPreset(document, preset, origin, head));
        }
        if (whole.isEmpty()) {
            for (String plain : Trial.plainDefinitions()) {
                Suggestion suggestion = tried(document, plain + source, List.of());
                boolean isMostlyRead =
                        suggestion.result().filter(it -> it.records() > it.rejects()).isPresent();
                if (isMostlyRead) {
                    whole.add(withPrinters(document, plain, source, suggestion));
                }
            }
        }
        return whole;
    }

    private Suggestion ofPreset(Document document, Preset preset, Origin origin, Head head)
            throws IOException {
        String source = "source: {files: " + Draft.text(origin.files()) + "}\n";
        String format = "format: " + preset.name() + "  # " + preset.title() + "\n" + source;
        Suggestion plain = tried(document, format, byItsName(preset.options()));
        if (preset.dataset().equals(PrintDraft.DATASET)) {
            return withPrinters(document, "format: " + preset.name() + "\n", source, plain);
        }
        String options =
                preset.example()
                        .optionalSection("options")
                        .map(it -> it.yaml().indent(2))
                        .orElse("");
        boolean isEnough = plain.result().filter(it -> it.problems().isEmpty()).isPresent();
        if (isEnough || options.isEmpty()) {
            return hasRecords(plain)
                    ? new Suggestion(plain.yaml(), List.of(), plain.result())
                    : plain;
        }
        Optional<Draft> seen =
                Grid.find(head)
                        .flatMap(
                                grid ->
                                        MeterDraft.of(
                                                Seen.of(
                                                        document,
                                                        head,
                                                        grid,
                                                        preset.reader(),
                                                        vocabulary),
                                                ""));
        String yaml =
                format
                        + "options:  # as in the example of the format: make them yours\n"
                        + fitted(options, origin, seen);
        List<String> doubts = new ArrayList<>();
        doubts.add("options: the preset leaves them open; they are after those of its example");
        Suggestion made = tried(document, yaml, doubts);
        if (!hasRecords(made)) {
            preset.example()
                    .optionalSection("options")
                    .ifPresent(example -> doubts.addAll(byItsName(example)));
        }
        return made;
    }

    /** The options of an example with the unit, the kind and the name of the document's meter. */
    private static String fitted(String options, Origin origin, Optional<Draft> seen) {
        Map<?, ?> value =
                seen.map(draft -> draft.columnOf("value"))
                        .filter(Map.class::isInstance)
                        .map(it -> (Map<?, ?>) it)
                        .orElse(Map.of());
        String unit =
                String.valueOf(value.containsKey("unit") ? value.get("unit") : MetricUnit.TODO);
        String kind =
                String.valueOf(value.containsKey("kind") ? value.get("kind") : MetricUnit.TODO);
        return options.replaceAll("\\bunit: [^,}\\n]+", "unit: " + Matcher.quoteReplacement(unit))
                .replaceAll("\\bkind: \\w+", "kind: " + kind)
                .replaceAll(
                        "\\bmeter_key: [a-z][\\w-]*(?=[,}\\n]|$)", "meter_key: " + origin.key());
    }

    /** What the name of a document has to tell by some options. */
    private static List<String> byItsName(Section options) {
        List<String> told =
                options.optionalSection("columns").stream()
                        .flatMap(
                                columns ->
                                        columns.keys().stream()
                                                .filter(columns::isSection)
                                                .filter(
                                                        it ->
                                                                columns.section(it)
                                                                        .has("document-name")))
                        .toList();
        boolean hasTime = options.yaml().contains("d{6}Z");
        return told.isEmpty()
                ? List.of()
                : List.of(
                        "the name of the document tells "
                                + String.join(" and ", told)
                                + (hasTime
                                        ? ", such as device-1-20260105T000000Z.json; the source"
                                                + " http names so what it fetches"
                                        : "; this one is called otherwise"));
    }

    private Suggestion withPrinters(
            Document document, String format, String source, Suggestion plain) throws IOException {
        long rows = plain.result().map(Trial.Result::records).orElse(0L);
        List<String> printers =
                plain.result()
                        .flatMap(Trial.Result::glance)
                        .map(
                                glance ->
                                        glance.printers().entrySet().stream()
                                                .filter(entry -> entry.getValue() * 100 >= rows)
                                                .map(entry -> Draft.text(entry.getKey()))
                                                .toList())
                        .orElse(List.of());
        if (printers.isEmpty()) {
            return plain;
        }
        return tried(
                document,
                format
                        + source
                        + "options:\n  printers: ["
                        + String.join(", ", printers)
                        + "]  # a damaged line can put a user here: look; better in config/printers.csv\n",
                plain.doubts());
    }

    private Suggestion tried(Document document, String yaml, List<String> doubts)
            throws IOException {
        return new Suggestion(yaml, doubts, Optional.of(trial.read(document, yaml)));
    }

    private static boolean hasRecords(Suggestion suggestion) {
        return suggestion.result().filter(it -> it.records() > 0).isPresent();
    }

    private static Suggestion best(List<Suggestion> suggestions) {
        Suggestion best = new Suggestion("", List.of(), Optional.empty());
        long most = -1;
        for (Suggestion each : suggestions) {
            long records = each.result().map(Trial.Result::records).orElse(0L);
            if (records > most) {
                best = each;
                most = records;
            }
        }
        return best;
    }
}
