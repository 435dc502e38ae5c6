package eu.wattpeil.collect;

import java.util.Set;

/** A report in each line. */
final class GlpiInventoryExamTest extends FormatExam {

    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "glpi-inventory",
                "devices",
                "",
                "",
                row ->
                        "{\"action\": \"inventory\", \"itemtype\": \"Computer\", \"deviceid\":"
                                + " \"Kanarie-2020-01-01-10-10-10\", \"content\": {\"accesslog\": {\"logdate\":"
                                + " \"2026-01-31 10:00:00\"}, \"bios\": {\"ssn\": \"SN"
                                + row
                                + "\"}, \"hardware\": {\"chassis_type\": \"Laptop\", \"name\": \"Kanarie\"}}}",
                Set.of());
    }
}
