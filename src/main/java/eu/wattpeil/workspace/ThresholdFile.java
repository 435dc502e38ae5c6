package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/thresholds.csv}. */
final class ThresholdFile {

    static final String THRESHOLDS = "config/thresholds.csv";

    private static final Columns COLUMNS =
            new Columns(
                    List.of("threshold", "value", "unit", "valid_from", "source", "grade"),
                    List.of("valid_to"));
    private static final ValueType<String> GRADE = ValueType.oneOf(Set.of("A", "B", "C", "P"));

    private final CsvTable rows;

    ThresholdFile(WorkspaceFiles files, Problems problems) {
        this.rows =
                files.find(THRESHOLDS)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    List<Threshold> thresholds() {
        List<Validity.Row<Threshold>> thresholds = new ArrayList<>();
        for (CsvRow row : rows.rows()) {
            threshold(row)
                    .ifPresent(
                            it ->
                                    thresholds.add(
                                            new Validity.Row<>(
                                                    row, it, it.validFrom(), it.validTo())));
        }
        Validity.rejectOverlaps(thresholds, it -> "threshold \"" + it.threshold() + "\"");
        return thresholds.stream().map(Validity.Row::value).toList();
    }

    private static Optional<Threshold> threshold(CsvRow row) {
        Optional<String> threshold = row.required("threshold", ValueType.ID);
        Optional<BigDecimal> value = row.required("value", ValueType.NUMBER);
        String unit = row.text("unit");
        Optional<LocalDate> validFrom = row.required("valid_from", ValueType.DAY);
        Optional<LocalDate> validTo = row.optional("valid_to", ValueType.DAY);
        String source = row.text("source");
        Optional<String> grade = row.required("grade", GRADE);
        return row.make(
                () ->
                        new Threshold(
                                threshold.orElseThrow(),
                                value.orElseThrow(),
                                unit,
                                validFrom.orElseThrow(),
                                validTo,
                                source,
                                grade.orElseThrow()));
    }
}
