package eu.wattpeil.collect;

import java.util.Set;

/** A report in each line. */
final class GlpiPageCountersExamTest extends FormatExam {

    @Override
    int many() {
        return 200_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "glpi-page-counters",
                "printer_counters",
                "",
                "",
                row ->
                        "{\"action\": \"netinventory\", \"itemtype\": \"Printer\", \"content\": {\"accesslog\":"
                                + " {\"logdate\": \"2026-01-31 10:00:00\"}, \"network_device\": {\"name\":"
                                + " \"Kanarie\", \"serial\": \"SN"
                                + row
                                + "\", \"type\": \"Printer\"}, \"pagecounters\": {\"total\": 7}}}",
                Set.of());
    }
}
