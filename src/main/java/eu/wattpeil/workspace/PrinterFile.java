package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/printers.csv}. */
final class PrinterFile {

    static final String PRINTERS = "config/printers.csv";

    private static final Columns COLUMNS = new Columns(List.of("printer_id"), List.of("note"));
    private static final ValueType<String> NAME =
            ValueType.of("the name of a printer, as print logs have it", String::strip);

    private final CsvTable rows;

    PrinterFile(WorkspaceFiles files, Problems problems) {
        this.rows =
                files.find(PRINTERS)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    Set<String> printerIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (CsvRow row : rows.rows()) {
            Optional<String> id = row.required("printer_id", NAME);
            row.make(id::orElseThrow).ifPresent(ids::add);
        }
        CsvTable.rejectRepeated(List.of(rows), "printer_id");
        return ids;
    }
}
