package eu.wattpeil.collect;

import java.util.Set;

final class InfluxExamTest extends FormatExam {

    /** 2026-01-05T08:30:00Z. */
    private static final long START = 1_767_601_800L;

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "influx",
                "meter_readings",
                "columns: {meter_key: pdu, measured_at: _time, value: {column: energy, unit: kWh,"
                        + " kind: counter}}\nconstants: {quantity: electricity}\n",
                "",
                row ->
                        "Kanarie,pdu=a,host=Kanarie energy="
                                + row
                                + ",note=\"Kanarie\" "
                                + (START + row)
                                + "000000000",
                Set.of(',', '=', ' ', '"'));
    }
}
