package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.ExamPaper.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GreenButtonExamTest extends FormatExam {

    private static final long START = 1_767_571_200;
    private static final String PLACE = "/espi/1_1/resource/UsagePoint/Kanarie/MeterReading/1";

    @TempDir private Path folder;

    /** Each is an entry with a block of its own. */
    @Override
    int many() {
        return 100_000;
    }

    @Override
    ExamPaper paper() {
        return new ExamPaper(
                "green-button",
                "meter_readings",
                "",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                        + "<entry><link rel=\"self\" href=\""
                        + PLACE
                        + "\"/><link rel=\"related\" href=\"/espi/ReadingType/Kanarie\"/>"
                        + "<content><MeterReading/></content></entry><entry><link rel=\"self\""
                        + " href=\"/espi/ReadingType/Kanarie\"/><content><ReadingType>"
                        + "<uom>72</uom></ReadingType></content></entry>",
                row ->
                        "<entry><title>Kanarie</title><link rel=\"up\" href=\""
                                + PLACE
                                + "/IntervalBlock\"/><content><IntervalBlock><IntervalReading>"
                                + "<cost>7</cost><timePeriod><duration>60</duration><start>"
                                + (START + row % 100_000 * 60L)
                                + "</start></timePeriod><value>"
                                + row % 5000
                                + "</value></IntervalReading></IntervalBlock></content></entry>",
                "",
                "</feed>",
                Lines.NUMBERS_OF_ROWS,
                Set.of());
    }

    /** Neither does the document fail, however few its other readings are. */
    @Test
    void whatIsLeftOutIsToldAndCountsForNoRow() throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        Path left =
                Path.of(
                        "src/test/resources/formats/green-button",
                        "gas_power_and_others_are_told_once",
                        "input.xml");

        Reading reading =
                bench.readIntoStore(
                        bench.format("green-button", "meter_readings", "meter-key: town-hall\n"),
                        "meter_readings",
                        FormatCases.document("left.xml", left));

        assertThat(reading.row().records()).isEqualTo(2);
        assertThat(reading.rejectedRows()).isZero();
        assertThat(reading.row().rejects()).isEqualTo(5).isEqualTo(reading.firstRejects().size());
    }
}
