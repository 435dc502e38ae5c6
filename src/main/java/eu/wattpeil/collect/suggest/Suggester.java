package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Trial;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.workspace.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a definition for a document of which nobody has said what it is: by the preset that
 * recognises it, the reader that reads it as it is, or what its table shows.
 */
public final class Suggester {

    private static final int HEAD_BYTES = 4 << 20;

    private final Trial trial;
    private final List<Preset> presets;

    /**
     * @param trial reads by what is suggested
     * @param presets those that may recognise a document
     */
    public Suggester(Trial trial, List<Preset> presets) {
        this.trial = trial;
        this.presets = presets;
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
        Suggestion best = best(whole(document, origin));
        if (hasRecords(best)) {
            return best;
        }
        byte[] first;
        Head head;
        try (InputStream in = document.open()) {
            first = in.readNBytes(KnownContent.HEAD_BYTES);
        }
        try (InputStream in = document.open()) {
            head = Head.of(in, HEAD_BYTES);
        }
        boolean isWorkbook = KnownContent.isZip(first) && !head.text().isBlank();
        Optional<Grid> grid = Grid.find(head);
        Optional<String> known =
                isWorkbook ? Optional.empty() : KnownContent.of(first, head.charset());
        if (known.isPresent() || grid.isEmpty()) {
            return nothing(known.orElse(first.length == 0 ? "empty" : "no table that can be seen"));
        }
        String format = isWorkbook ? "xlsx" : "delimited";
        List<Suggestion> tables = new ArrayList<>();
        for (Draft draft : drafts(document, origin, new Seen(head, grid.get(), format))) {
            tables.add(tried(document, draft.yaml(origin.files()), draft.doubts()));
        }
        Suggestion table = best(tables);
        return table.yaml().isEmpty()
                ? new Suggestion(
                        "",
                        List.of(
                                "the columns are those of no dataset that can be told: "
                                        + columns(grid.get())),
                        Optional.empty())
                : table;
    }

    /** What a document is that none of the formats recognises. */
    private static Suggestion nothing(String what) {
        boolean isOpen = List.of(KnownContent.JSON, KnownContent.XML).contains(what);
        String rest = isOpen ? ", told where its rows are; no preset recognises it" : "";
        return new Suggestion("", List.of("this is " + what + rest), Optional.empty());
    }

    private static String columns(Grid grid) {
        return grid.hasHeader()
                ? String.join(", ", grid.columns().stream().map(Column::name).toList())
                : grid.columns().size() + " without a header";
    }

    private static List<Draft> drafts(Document document, Origin origin, Seen seen) {
        List<Draft> drafts = new ArrayList<>();
        PrintDraft.of(seen).ifPresent(drafts::add);
        DeviceDraft.of(seen, document.name(), origin.changedOn()).ifPresent(drafts::add);
        if (drafts.isEmpty()) {
            MeterDraft.of(seen, origin.key()).ifPresent(drafts::add);
        }
        return drafts;
    }

    /** By presets that recognise it, and by readers that need no options. */
    private List<Suggestion> whole(Document document, Origin origin) throws IOException {
        List<Suggestion> whole = new ArrayList<>();
        String source = "source: {files: " + Draft.text(origin.files()) + "}\n";
        for (Preset preset : Recognition.presets(document, presets)) {
            whole.add(ofPreset(document, preset, source));
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

    private Suggestion ofPreset(Document document, Preset preset, String source)
            throws IOException {
        String format = "format: " + preset.name() + "  # " + preset.title() + "\n" + source;
        Suggestion plain = tried(document, format, List.of());
        String example =
                preset.example()
                        .optionalSection("options")
                        .map(it -> it.yaml().indent(2))
                        .orElse("");
        if (preset.dataset().equals(PrintDraft.DATASET)) {
            return withPrinters(document, "format: " + preset.name() + "\n", source, plain);
        }
        boolean isEnough = plain.result().filter(it -> it.problems().isEmpty()).isPresent();
        return isEnough || example.isEmpty()
                ? plain
                : tried(
                        document,
                        format
                                + "options:  # as in the example of the format: make them yours\n"
                                + example,
                        List.of(
                                "options: the preset leaves them open; those of its example stand here"));
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
