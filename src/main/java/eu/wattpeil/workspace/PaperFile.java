package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code config/paper-sizes.csv}. */
final class PaperFile {

    static final String SIZES = "config/paper-sizes.csv";

    private static final Columns COLUMNS =
            new Columns(List.of("name", "a4_equivalents"), List.of());
    private static final int DECIMALS = 6;
    private static final ValueType<String> NAME =
            ValueType.of(
                    "the name of a paper size in lower case, such as a4 or na_letter_8.5x11in",
                    PaperFile::name);
    private static final Pattern LOWER_CASE = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final CsvTable rows;

    PaperFile(WorkspaceFiles files, Problems problems) {
        this.rows =
                files.find(SIZES)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    List<PaperSize> sizes() {
        List<PaperSize> sizes = new ArrayList<>();
        for (CsvRow row : rows.rows()) {
            Optional<String> name = row.required("name", NAME);
            Optional<BigDecimal> sheets =
                    row.required("a4_equivalents", ValueType.aboveZero(DECIMALS));
            row.make(() -> new PaperSize(name.orElseThrow(), sheets.orElseThrow()))
                    .ifPresent(sizes::add);
        }
        CsvTable.rejectRepeated(List.of(rows), "name");
        return List.copyOf(sizes);
    }

    private static String name(String text) {
        if (!LOWER_CASE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
