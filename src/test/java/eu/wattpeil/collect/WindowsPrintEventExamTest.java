package eu.wattpeil.collect;

import java.time.Instant;
import java.util.Set;

final class WindowsPrintEventExamTest extends FormatExam {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** Each has several lines, or is XML. */
    @Override
    int many() {
        return 300_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "windows-print-event",
                "print_jobs",
                "",
                "",
                row ->
                        "<Event><System><TimeCreated SystemTime=\""
                                + START.plusSeconds(row)
                                + "\"/><Computer>Kanarie</Computer></System><UserData>"
                                + "<DocumentPrinted><Param1>"
                                + row
                                + "</Param1><Param2>Kanarie</Param2><Param3>Kanarie"
                                + row % 100
                                + "</Param3><Param5>mfp</Param5><Param8>2</Param8>"
                                + "</DocumentPrinted></UserData></Event>",
                Set.of('<', '>'));
    }
}
