package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

final class InfluxAnnotatedExamTest extends FormatExam {

    /** 2026-01-05T08:30:00Z. */
    private static final long START = 1_767_601_800L;

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "influx-annotated",
                "meter_readings",
                "columns: {meter_key: pdu, measured_at: _time, value: {column: _value, unit: kWh,"
                        + " kind: counter}}\nconstants: {quantity: electricity}\n",
                """
                #datatype,string,long,string,dateTime:RFC3339,double,string
                #group,false,false,true,false,false,true
                #default,_result,,Kanarie,,,a
                ,result,table,host,_time,_value,pdu""",
                row ->
                        ",,0,Kanarie,"
                                + Instant.ofEpochSecond(START + row)
                                + ','
                                + row
                                + (row % 2 == 0 ? ",a" : ","),
                Set.of(',', '"'));
    }
}
