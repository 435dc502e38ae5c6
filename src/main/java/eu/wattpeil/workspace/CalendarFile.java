package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code config/holidays.csv}. */
final class CalendarFile {

    static final String HOLIDAYS = "config/holidays.csv";

    private static final Columns COLUMNS = new Columns(List.of("closed_on", "name"), List.of());

    private final CsvTable rows;

    CalendarFile(WorkspaceFiles files, Problems problems) {
        this.rows =
                files.find(HOLIDAYS)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        for (CsvRow row : rows.rows()) {
            Optional<LocalDate> closedOn = row.required("closed_on", ValueType.DAY);
            String name = row.text("name");
            row.make(() -> new Holiday(closedOn.orElseThrow(), name)).ifPresent(holidays::add);
        }
        CsvTable.rejectRepeated(List.of(rows), "closed_on");
        return List.copyOf(holidays);
    }
}
