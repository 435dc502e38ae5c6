package eu.wattpeil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program;
import eu.wattpeil.Program.Ended;
import java.util.List;

/** What analysts and reports see of a store, but for where it came from. */
final class SeenRows {

    static final String READINGS =
            "select distinct on (meter_key, quantity, kind, measured_at) meter_key, quantity,"
                    + " kind, measured_at, value from meter_readings join documents using"
                    + " (document_id) order by meter_key, quantity, kind, measured_at, batch desc";

    static final String PRINT_JOBS =
            "select * exclude (document_id, line, batch, latest) from (select print_jobs.*, batch,"
                    + " max(batch) over (partition by printer_id, printed_at) as latest from"
                    + " print_jobs join documents using (document_id)) where batch = latest order"
                    + " by all";

    static final String FIGURES =
            "select month, kpi_id, scope_kind, scope_id, period, numerator, denominator, value,"
                    + " unit, coverage, measured_share, reason from kpi_values order by all";

    private SeenRows() {}

    /** Fails where two workspaces do not answer a query alike, or have nothing to answer. */
    static void assertAlike(String trial, Program found, Program expected, String query) {
        assertThat(answer(found, query)).as(trial).isEqualTo(answer(expected, query));
    }

    private static List<String> answer(Program program, String query) {
        Ended answer = program.inProcess(Undisturbed.clock(), "query", query, "--format", "csv");
        assertThat(answer.code()).as(answer.err()).isZero();
        List<String> lines = answer.out().lines().toList();
        assertThat(lines).as(query).hasSizeGreaterThan(1);
        return lines;
    }
}
