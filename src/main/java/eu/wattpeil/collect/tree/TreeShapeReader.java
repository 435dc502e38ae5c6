package eu.wattpeil.collect.tree;

import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.workspace.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads where a definition finds rows and columns; everything that is wrong becomes a problem. */
final class TreeShapeReader {

    private final Section options;
    private final Notation notation;
    private final List<String> labels;
    private final List<ColumnPath> columns = new ArrayList<>();
    private final List<TreeShape.Failure> failures = new ArrayList<>();

    private TreeShapeReader(Section options, TableSettings settings, Notation notation) {
        this.options = options;
        this.notation = notation;
        this.labels =
                Stream.of(settings.columns(), settings.optionalColumns())
                        .flatMap(List::stream)
                        .map(ColumnRef::text)
                        .toList();
    }

    static TreeShape read(Section options, TableSettings settings, Notation notation) {
        return new TreeShapeReader(options, settings, notation).read();
    }

    private TreeShape read() {
        labels.forEach(this::column);
        TreeOptions.FAIL_WHEN.read(options).ifPresent(this::failures);
        int failureKind = -1;
        Optional<String> kind = TreeOptions.FAIL_KIND.read(options);
        if (kind.isPresent() && hasRootPath(options, "fail-kind", kind.get())) {
            failureKind = columns.size();
            columns.add(ColumnPath.of(kind.get(), notation));
        }
        return new TreeShape(
                rows(),
                labels,
                List.copyOf(failures),
                failureKind,
                TreeOptions.NESTED.read(options).orElse("reject").equals("missing"),
                TreeOptions.HTML.read(options).orElse(false)
                        ? HtmlText::plain
                        : UnaryOperator.identity());
    }

    private void column(String label) {
        try {
            columns.add(ColumnPath.of(label, notation));
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
        for (int i = 0; i < labels.size(); i++) {
            if (columns.get(i).up() > steps.size()) {
                options.problem(
                        "columns",
                        "columns is with \""
                                + labels.get(i)
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
