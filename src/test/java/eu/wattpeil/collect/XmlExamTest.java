package eu.wattpeil.collect;

import eu.wattpeil.collect.ExamPaper.Lines;
import java.time.Instant;
import java.util.Set;

final class XmlExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "xml",
                "meter_readings",
                "rows: /room/readings/reading\n"
                        + "columns:\n"
                        + "  meter_key: {columns: [../../@id, '@meter']}\n"
                        + "  measured_at: time\n"
                        + "  value: {column: 'value[@unit=kWh]', unit: kWh, kind: counter}\n"
                        + "constants: {quantity: electricity}\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<room id=\"r1\" by=\"Kanarie\"><readings>",
                row ->
                        "<reading meter=\"m"
                                + row / 5000
                                + "\"><by>Kanarie"
                                + row
                                + "</by><time>"
                                + START.plusSeconds(row % 5000 * 900L)
                                + "</time><value unit=\"m3\">Kanarie</value><value unit=\"kWh\">"
                                + row % 5000
                                + ".25</value></reading>",
                "",
                "</readings><end>Kanarie</end></room>",
                Lines.NUMBERS_OF_ROWS,
                Set.of());
    }
}
