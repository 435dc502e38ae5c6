package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/departments.csv} and {@code config/headcount.csv}. */
final class StaffFiles {

    static final String DEPARTMENTS = "config/departments.csv";
    static final String HEADCOUNT = "config/headcount.csv";

    private static final Columns DEPARTMENT_COLUMNS =
            new Columns(List.of("department_id", "name", "site_id"), List.of());
    private static final Columns HEADCOUNT_COLUMNS =
            new Columns(List.of("month", "department_id", "fte", "people"), List.of());

    private static final int FTE_DECIMALS = 3;

    private final CsvTable departmentRows;
    private final CsvTable headcountRows;

    StaffFiles(WorkspaceFiles files, Problems problems) {
        this.departmentRows =
                files.find(DEPARTMENTS)
                        .map(file -> CsvTable.read(file, DEPARTMENT_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
        this.headcountRows =
                files.find(HEADCOUNT)
                        .map(file -> CsvTable.read(file, HEADCOUNT_COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
    }

    /** What stands in a column of the departments, also in rows with mistakes. */
    Set<String> values(String column) {
        return departmentRows.values(column);
    }

    List<Department> departments() {
        List<Department> departments = new ArrayList<>();
        for (CsvRow row : departmentRows.rows()) {
            Optional<String> departmentId = row.required("department_id", ValueType.ID);
            String name = row.text("name");
            Optional<String> siteId = row.required("site_id", ValueType.ID);
            row.make(() -> new Department(departmentId.orElseThrow(), name, siteId.orElseThrow()))
                    .ifPresent(departments::add);
        }
        CsvTable.rejectRepeated(List.of(departmentRows), "department_id");
        return List.copyOf(departments);
    }

    List<Headcount> headcounts() {
        ValueType<String> known =
                ValueType.reference(values("department_id"), "a department_id of " + DEPARTMENTS);
        List<Headcount> headcounts = new ArrayList<>();
        for (CsvRow row : headcountRows.rows()) {
            Optional<YearMonth> month = row.required("month", ValueType.MONTH);
            Optional<String> departmentId = row.required("department_id", known);
            Optional<BigDecimal> fte = row.required("fte", ValueType.fromZero(FTE_DECIMALS));
            Optional<Integer> people = row.required("people", ValueType.wholeFrom(0));
            row.make(
                            () ->
                                    new Headcount(
                                            month.orElseThrow(),
                                            departmentId.orElseThrow(),
                                            fte.orElseThrow(),
                                            people.orElseThrow()))
                    .ifPresent(headcounts::add);
        }
        CsvTable.rejectRepeated(List.of(headcountRows), "month", "department_id");
        return List.copyOf(headcounts);
    }
}
