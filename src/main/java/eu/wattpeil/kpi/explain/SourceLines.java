package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.ModelColumn;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.LedgerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines of documents that the rows of a staging model are from: those that have the same
 * names and times. Of several documents with such a row the newest counts; the others are
 * superseded.
 */
final class SourceLines {

    private static final String DEFINITION = "definition";
    private static final String DOCUMENT = "document_id";

    private final Workings workings;
    private final Discretion discretion;
    private final Session session;

    SourceLines(Workings workings, Discretion discretion) {
        this.workings = workings;
        this.discretion = discretion;
        this.session = workings.session();
    }

    /** The documents; empty where a row of the model is of no line of its own. */
    Optional<Source> of(Model model) {
        Set<String> staged =
                workings.columns(model).stream().map(ModelColumn::name).collect(Collectors.toSet());
        List<Column> shared =
                workings.dataset(model).columns().stream()
                        .filter(column -> staged.contains(column.name()))
                        .filter(SourceLines::isName)
                        .toList();
        List<String> identity = names(shared, true);
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        if (staged.contains(DEFINITION)) {
            identity.add(DEFINITION);
        }
        List<String> all = new ArrayList<>(identity);
        all.addAll(names(shared, false));
        // A model that tells sources apart adds up what they tell, or has their name in its rows.
        String ranked = model.select().contains(DEFINITION) ? ", told_rows." + DEFINITION : "";
        String source = "explained_" + model.name();
        session.view(
                source, "select * from " + workings.dataset(model).name(), workings.files(model));
        String select =
                Sql.resource(SourceLines.class, "source-lines.sql")
                        .replace("{dataset}", source)
                        .replace("{model}", model.name())
                        .replace("{names}", String.join(", ", all))
                        .replace("{identity}", joined(identity, "told_rows.%s", ", ") + ranked)
                        .replace("{same_identity}", same(identity))
                        .replace("{first_name}", identity.get(0))
                        .replace("{same_names}", same(all));
        Map<String, DocumentLines.Lines> lines = new HashMap<>();
        session.each(
                select,
                row ->
                        lines.computeIfAbsent(
                                        row.text(DOCUMENT).orElseThrow(),
                                        id -> new DocumentLines.Lines())
                                .add(
                                        row.integer("line").orElseThrow(),
                                        row.flag("is_superseded").orElseThrow()));
        return Optional.of(source(model, source, lines));
    }

    private Source source(Model model, String rows, Map<String, DocumentLines.Lines> lines) {
        Map<String, Set<String>> departments =
                Discretion.datasetsOfPeople(model, workings).isEmpty()
                        ? Map.of()
                        : departments(rows);
        List<DocumentLines> documents = new ArrayList<>();
        for (LedgerRow document : workings.documents()) {
            String id = document.documentId();
            Optional<DocumentLines.Lines> found = Optional.ofNullable(lines.get(id));
            if (found.isPresent()) {
                boolean isTold = discretion.allowsDocument(departments.getOrDefault(id, Set.of()));
                documents.add(DocumentLines.of(document, found.filter(it -> isTold)));
            }
        }
        documents.sort(Source.ORDER);
        return new Source(workings.dataset(model).name(), model.name(), documents);
    }

    /** The departments that stand in each document. */
    private Map<String, Set<String>> departments(String rows) {
        Map<String, Set<String>> departments = new HashMap<>();
        session.each(
                "select distinct document_id, department_id from "
                        + rows
                        + " where department_id is not null",
                row ->
                        departments
                                .computeIfAbsent(
                                        row.text(DOCUMENT).orElseThrow(), id -> new HashSet<>())
                                .add(row.text(Discretion.DEPARTMENT).orElseThrow()));
        return departments;
    }

    /** Whether a column tells rows apart, and is no amount. */
    private static boolean isName(Column column) {
        return switch (column.type()) {
            case INTEGER, DECIMAL, FINE_DECIMAL, DOUBLE, BOOLEAN -> false;
            case TEXT, DATE, TIMESTAMP -> true;
        };
    }

    private static List<String> names(List<Column> columns, boolean isRequired) {
        return columns.stream()
                .filter(column -> column.isRequired() == isRequired)
                .map(Column::name)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String same(List<String> columns) {
        return joined(columns, "counted_rows.%1$s is not distinct from told_rows.%1$s", " and ");
    }

    private static String joined(List<String> columns, String each, String between) {
        return columns.stream().map(each::formatted).collect(Collectors.joining(between));
    }
}
