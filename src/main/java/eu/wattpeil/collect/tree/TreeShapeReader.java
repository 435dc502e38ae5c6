package eu.wattpeil.collect.tree;

import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.workspace.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads where a definition finds rows and columns; everything that is wrong becomes a problem. */
final class TreeShapeReader {

    private final Section options;
    private final Notation notation;
    private final List<ColumnRef> refs;
    private final List<String> labels;
    private final Set<String> missing;
    private final List<ColumnPath> columns = new ArrayList<>();
    private final Map<String, ColumnPath> paths = new LinkedHashMap<>();
    private final List<TreeShape.Failure> failures = new ArrayList<>();

    private TreeShapeReader(Section options, TableSettings settings, Notation notation) {
        this.options = options;
        this.notation = notation;
        this.refs =
                Stream.of(settings.columns(), settings.optionalColumns())
                        .flatMap(List::stream)
                        .toList();
        this.labels = refs.stream().map(ColumnRef::joined).toList();
        this.missing = settings.missing().stream().map(String::strip).collect(Collectors.toSet());
    }

    static TreeShape read(Section options, TableSettings settings, Notation notation) {
        return new TreeShapeReader(options, settings, notation).read();
    }

    private TreeShape read() {
        refs.forEach(ref -> column(ref.text()));
        TreeOptions.FAIL_WHEN.read(options).ifPresent(this::failures);
        int failureKind = -1;
        Optional<String> kind = TreeOptions.FAIL_KIND.read(options);
        if (kind.isPresent() && hasRootPath(options, "fail-kind", kind.get())) {
            failureKind = columns.size();
            columns.add(ColumnPath.of(kind.get(), notation));
        }
        List<List<Integer>> others = refs.stream().map(this::others).toList();
        return new TreeShape(
                rows(),
                labels,
                others,
                missing,
                List.copyOf(failures),
                failureKind,
                TreeOptions.NESTED.read(options).orElse("reject").equals("missing"),
                TreeOptions.HTML.read(options).orElse(false)
                        ? HtmlText::plain
                        : UnaryOperator.identity());
    }

    private void column(String label) {
        try {
            ColumnPath path = ColumnPath.of(label, notation);
            paths.put(label, path);
            columns.add(path);
        } catch (IllegalArgumentException noPath) {
            options.problem(
                    "columns",
                    "columns is with \""
                            + label
                            + "\", expected a place seen from a row, such as value/reading or"
                            + " ../name");
            columns.add(new ColumnPath(0, List.of(), ColumnPath.Special.NONE));
        }
    }

    private List<Integer> others(ColumnRef ref) {
        List<Integer> others = new ArrayList<>();
        for (String other : ref.others()) {
            others.add(columns.size());
            column(other);
        }
        return others;
    }

    private void failures(Section section) {
        for (String place : section.keys()) {
            List<String> texts = section.texts(place);
            if (hasRootPath(section, place, place)) {
                failures.add(new TreeShape.Failure(columns.size(), place, texts));
                columns.add(ColumnPath.of(place, notation));
            }
        }
    }

    private boolean hasRootPath(Section section, String key, String path) {
        try {
            notation.steps(path);
            return true;
        } catch (IllegalArgumentException noPath) {
            section.problem(
                    key,
                    "\"" + path + "\" is no place from the root, expected one such as /status");
            return false;
        }
    }

    private List<RowPath> rows() {
        List<String> texts = TreeOptions.ROWS.read(options).orElse(List.of());
        if (texts.isEmpty() && !options.isSection("rows")) {
            options.problem("rows", "rows is missing, expected " + notation.example());
        }
        List<RowPath> paths = new ArrayList<>();
        for (String text : texts) {
            steps(text)
                    .filter(steps -> isDeepEnough(steps, text))
                    .ifPresent(found -> paths.add(RowPath.of(found, columns, notation)));
        }
        return List.copyOf(paths);
    }

    private Optional<List<Step>> steps(String text) {
        try {
            return Optional.of(notation.steps(text));
        } catch (IllegalArgumentException noPath) {
            options.problem("rows", "rows is \"" + text + "\", expected " + notation.example());
            return Optional.empty();
        }
    }

    private boolean isDeepEnough(List<Step> steps, String text) {
        for (Map.Entry<String, ColumnPath> named : paths.entrySet()) {
            if (named.getValue().up() > steps.size()) {
                options.problem(
                        "columns",
                        "columns is with \""
                                + named.getKey()
                                + "\", which is above the root, expected at most "
                                + steps.size()
                                + " times .. for rows at "
                                + text);
                return false;
            }
        }
        return true;
    }
}
