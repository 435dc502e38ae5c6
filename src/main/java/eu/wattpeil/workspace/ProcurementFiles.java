package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what purchases and contracts are judged by. */
final class ProcurementFiles {

    static final String LABELS = "config/labels.csv";
    static final String CLAUSES = "config/circular-clauses.csv";

    private static final Columns LABEL_COLUMNS =
            new Columns(
                    List.of(
                            "label_id",
                            "known_as",
                            "is_type1",
                            "is_fair",
                            "goods",
                            "check_months",
                            "source",
                            "grade"),
                    List.of());
    private static final Columns CLAUSE_COLUMNS =
            new Columns(List.of("clause", "minimum_years", "source"), List.of());
    private static final int YEAR_DECIMALS = 3;
    private static final ValueType<String> CLAUSE = ValueType.oneOf(CircularClause.KNOWN);
    private static final ValueType<List<String>> TEXTS =
            ValueType.of("texts", ProcurementFiles::texts);

    private final CsvTable labelRows;
    private final CsvTable clauseRows;

    ProcurementFiles(WorkspaceFiles files, Problems problems) {
        this.labelRows = rows(files, LABELS, LABEL_COLUMNS, problems);
        this.clauseRows = rows(files, CLAUSES, CLAUSE_COLUMNS, problems);
    }

    private static CsvTable rows(
            WorkspaceFiles files, String path, Columns columns, Problems problems) {
        return files.find(path)
                .map(file -> CsvTable.read(file, columns, problems))
                .orElseGet(CsvTable::empty);
    }

    Procurement procurement() {
        return new Procurement(labels(), circularClauses());
    }

    private List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        Map<String, CsvRow> first = new HashMap<>();
        for (CsvRow row : labelRows.rows()) {
            Optional<String> labelId = row.required("label_id", ValueType.ID);
            List<String> knownAs = row.required("known_as", TEXTS).orElse(List.of());
            Optional<Boolean> isType1 = row.required("is_type1", ValueType.BOOLEAN);
            Optional<Boolean> isFair = row.required("is_fair", ValueType.BOOLEAN);
            List<String> goods = row.optional("goods", TEXTS).orElse(List.of());
            Optional<Integer> checkMonths = row.optional("check_months", ValueType.wholeFrom(1));
            row.text("source");
            row.required("grade", FactorFiles.GRADE);
            rejectRepeatedTexts(row, knownAs, first);
            row.make(
                            () ->
                                    new Label(
                                            labelId.orElseThrow(),
                                            knownAs,
                                            isType1.orElseThrow(),
                                            isFair.orElseThrow(),
                                            goods,
                                            checkMonths))
                    .ifPresent(labels::add);
        }
        CsvTable.rejectRepeated(List.of(labelRows), "label_id");
        return List.copyOf(labels);
    }

    /** A text that two labels share would be of both. */
    private static void rejectRepeatedTexts(
            CsvRow row, List<String> texts, Map<String, CsvRow> first) {
        for (String text : texts) {
            CsvRow before = first.putIfAbsent(text, row);
            if (before != null) {
                row.problem(
                        "known_as has \""
                                + text
                                + "\" again, as in "
                                + before.place()
                                + ", expected each once");
            }
        }
    }

    private List<CircularClause> circularClauses() {
        List<CircularClause> clauses = new ArrayList<>();
        for (CsvRow row : clauseRows.rows()) {
            Optional<String> clause = row.required("clause", CLAUSE);
            Optional<BigDecimal> years =
                    row.optional("minimum_years", ValueType.aboveZero(YEAR_DECIMALS));
            row.text("source");
            row.make(() -> new CircularClause(clause.orElseThrow(), years)).ifPresent(clauses::add);
        }
        CsvTable.rejectRepeated(List.of(clauseRows), "clause");
        return List.copyOf(clauses);
    }

    private static List<String> texts(String texts) {
        return Arrays.stream(texts.split("\\|"))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
