package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/printers.csv}. */
final class PrinterFile {

    static final String PRINTERS = "config/printers.csv";

    private static final Columns COLUMNS =
            new Columns(
                    List.of("printer_id"),
                    List.of("is_hub", "max_pages_per_hour", "register_max", "note"));
    private static final ValueType<String> NAME =
            ValueType.of("the name of a printer, as print logs have it", String::strip);

    private final CsvTable rows;

    PrinterFile(WorkspaceFiles files, Problems problems) {
        this.rows =
                files.find(PRINTERS)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    /** What stands in the column of their names, also in rows with mistakes. */
    Set<String> names() {
        return rows.values("printer_id");
    }

    List<Printer> printers() {
        List<Printer> printers = new ArrayList<>();
        for (CsvRow row : rows.rows()) {
            Optional<String> id = row.required("printer_id", NAME);
            Optional<Boolean> isHub = row.optional("is_hub", ValueType.BOOLEAN);
            Optional<Integer> maxPagesPerHour =
                    row.optional("max_pages_per_hour", ValueType.wholeFrom(1));
            Optional<Integer> registerMax = row.optional("register_max", ValueType.wholeFrom(1));
            row.make(() -> new Printer(id.orElseThrow(), isHub, maxPagesPerHour, registerMax))
                    .ifPresent(printers::add);
        }
        CsvTable.rejectRepeated(List.of(rows), "printer_id");
        return List.copyOf(printers);
    }
}
