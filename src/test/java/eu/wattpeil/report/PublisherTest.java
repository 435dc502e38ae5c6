package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Standing;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.Manuscript;
import eu.wattpeil.report.form.ReportJson;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherTest {

    @TempDir Path folder;

    @Test
    void writesAFilePerLanguageAndForm() throws IOException {
        List<Path> files = publish(folder, Waterdam.facts());

        assertThat(files)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "2026-10/edition-1/report.nl.html",
                        "2026-10/edition-1/report.en.html",
                        "2026-10/edition-1/report.nl.xlsx",
                        "2026-10/edition-1/report.en.xlsx",
                        "2026-10/edition-1/kpis.csv",
                        "2026-10/edition-1/report.json",
                        "2026-10/edition-1/report.schema.json");
        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void writesTheSameBytesTwiceWhateverTheLocaleOfTheMachine() throws IOException {
        publish(folder.resolve("one"), Waterdam.facts());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            publish(folder.resolve("two"), Waterdam.facts());
        } finally {
            Locale.setDefault(before);
        }

        assertThat(contents(folder.resolve("two"))).isEqualTo(contents(folder.resolve("one")));
    }

    @Test
    void leavesNoDraftBehindAndReplacesWhatIsThere() throws IOException {
        Path target = folder.resolve("2026-10/edition-1");
        Files.createDirectories(target);
        Files.writeString(target.resolve("report.nl.html"), "half");
        Files.writeString(target.resolve(".report.nl.html.tmp"), "half of a killed run");

        publish(folder, Waterdam.facts());

        assertThat(contents(target).keySet())
                .containsExactly(
                        "kpis.csv",
                        "report.en.html",
                        "report.en.xlsx",
                        "report.json",
                        "report.nl.html",
                        "report.nl.xlsx",
                        "report.schema.json");
        assertThat(target.resolve("report.nl.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void callsFilesBesideAPageByWhatTheyAre() throws IOException {
        publish(folder, Waterdam.facts());

        assertThat(folder.resolve("2026-10/edition-1/report.nl.html"))
                .content()
                .contains("<a href=\"report.en.html\" lang=\"en\">English</a>")
                .contains("<a href=\"report.nl.xlsx\">Excel</a>")
                .contains("<a href=\"kpis.csv\">CSV</a>")
                .contains("<a href=\"report.schema.json\">JSON Schema</a>")
                .doesNotContain("report.en.xlsx");
    }

    @Test
    void keepsTheEarlierEdition() throws IOException {
        publish(folder, Waterdam.facts());
        Map<String, String> first = contents(folder.resolve("2026-10/edition-1"));
        MonthlyFacts facts = Waterdam.facts();
        publish(
                folder,
                new MonthlyFacts(
                        facts.organisation(),
                        Waterdam.TEXTS,
                        facts.definitions(),
                        facts.month(),
                        2,
                        "0.1.0",
                        "bb",
                        facts.catalogue(),
                        facts.values(),
                        List.of(),
                        facts.sources(),
                        facts.rejects()));

        assertThat(contents(folder.resolve("2026-10/edition-1"))).isEqualTo(first);
        assertThat(folder.resolve("2026-10/edition-2/report.nl.html")).isNotEmptyFile();
    }

    @Test
    void listsTheMonthsWithTheNewestFirst() throws IOException {
        publish(folder, Waterdam.facts());
        publish(folder, Waterdam.facts(Waterdam.LAST.minusMonths(1), "W"));
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("kpis-all.csv"), "month\n");
        Files.writeString(folder.resolve("2026-10/edition-1/public.nl.html"), "<html>");

        Path index =
                PublishedTown.list(folder)
                        .publish(
                                "A & B",
                                List.of(Waterdam.DUTCH, Locale.ENGLISH),
                                Waterdam.TEXTS,
                                List.of());

        String text = Files.readString(index);
        assertThat(text)
                .contains("A &amp; B")
                .contains("<a href=\"2026-10/edition-1/report.nl.html\" lang=\"nl\">Nederlands</a>")
                .contains(
                        "<a href=\"2026-10/edition-1/report.nl.xlsx\" lang=\"nl\">Nederlands (xlsx)</a>")
                .contains("<a href=\"2026-10/edition-1/kpis.csv\">kpis.csv</a>")
                .contains("<a href=\"kpis-all.csv\">kpis-all.csv</a>")
                .contains(
                        "<a href=\"2026-10/edition-1/public.nl.html\" lang=\"nl\">Nederlands (public)")
                .doesNotContain("notes");
        assertThat(text.indexOf(">Nederlands<")).isLessThan(text.lastIndexOf(">English<"));
        assertThat(text.indexOf("Oktober 2026")).isLessThan(text.indexOf("September 2026"));
    }

    @Test
    void showsHowEachGoalStoodMonthAfterMonthInTheLanguageOfEachReader() throws IOException {
        Goal goal = Waterdam.facts().organisation().goals().get(0);
        Standing standing =
                new Standing(
                        goal,
                        Map.of(
                                YearMonth.of(2025, 12),
                                Verdict.STARTS,
                                YearMonth.of(2026, 2),
                                Verdict.OFF_COURSE));
        List<Locale> languages = List.of(Waterdam.DUTCH, Locale.ENGLISH);
        MonthList list = PublishedTown.list(folder);
        publish(folder, Waterdam.facts());

        list.publish("W", languages, Waterdam.TEXTS, List.of(standing));

        String english = Files.readString(folder.resolve("index.en.html"));
        assertThat(english.replaceAll("\\s+", " "))
                .contains(
                        "<td class=\"starts\"><span aria-hidden=\"true\">◇</span><span"
                                + " class=\"hidden-text\">starts</span></td><td>")
                .contains("<span class=\"hidden-text\">off course</span></td></tr>")
                .contains("December 2025", "January 2026", "February 2026")
                .doesNotContain("March 2026", "November 2025")
                .contains("<a href=\"index.html\" lang=\"nl\">Nederlands</a>");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("<a href=\"index.en.html\" lang=\"en\">English</a>")
                .contains("niet op koers");
        assertThat(list.files(languages))
                .containsExactly(folder.resolve("index.html"), folder.resolve("index.en.html"));
    }

    @Test
    void writesTheBytesOfAFormThatIsNoText() throws IOException {
        byte[] bytes = {(byte) 0x89, 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n'};
        Form binary = new BinaryForm(bytes);
        Forms forms = new Forms(List.of(binary, new ReportJson()));
        ReportFolder reports = new ReportFolder(folder, Access.GROUP);
        Publisher publisher = new Publisher(reports, forms);
        MonthList list = new MonthList(reports, ReportPreview::template, List.of(), forms);
        Report both =
                new Report(
                        "monthly",
                        List.of("json", "binary"),
                        Waterdam.report().formsPlace(),
                        Waterdam.report().sections(),
                        Waterdam.report().sectionsPlace());
        MonthlyFacts facts = Waterdam.facts();
        List<Locale> languages = facts.organisation().languages();

        List<Path> files = publisher.publish(MonthlyReport.of(facts, both));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("report.json", "report.schema.json", "summary.bin");
        assertThat(files.get(2)).hasBinaryContent(bytes);
        assertThat(publisher.isPublished(facts.month(), 1, both, languages)).isTrue();
        assertThat(Files.readString(list.publish("W", languages, Waterdam.TEXTS, List.of())))
                .contains("<a href=\"2026-10/edition-1/summary.bin\">summary.bin</a>");
        Files.delete(files.get(2));
        assertThat(publisher.isPublished(facts.month(), 1, both, languages)).isFalse();
    }

    @Test
    void namesAFileByItsReportMonthAndEditionWhereThereIsNoFolder() {
        assertThat(
                        Stream.of(
                                        file("monthly", 1),
                                        file("monthly", 2),
                                        file("technical", 1),
                                        file("technical", 2))
                                .map(Publisher.PublishedFile::nameAlone))
                .containsExactly(
                        "2026-10-kpis.csv",
                        "2026-10-edition-2-kpis.csv",
                        "2026-10-technical-kpis.csv",
                        "2026-10-technical-edition-2-kpis.csv");
    }

    private Publisher.PublishedFile file(String report, int edition) {
        return publisher(folder)
                .files(report, Waterdam.LAST, edition, List.of("csv"), List.of())
                .get(0);
    }

    /** Stands for what spreadsheets and printed pages are: bytes. */
    private record BinaryForm(byte[] bytes) implements Form {

        @Override
        public String name() {
            return "binary";
        }

        @Override
        public List<File> files(List<Locale> languages) {
            return List.of(File.forAll("summary.bin"));
        }

        @Override
        public byte[] render(Manuscript manuscript, File file) {
            return bytes;
        }
    }

    private static Publisher publisher(Path folder) {
        return PublishedTown.publisher(folder);
    }

    private static List<Path> publish(Path folder, MonthlyFacts facts) throws IOException {
        return publisher(folder).publish(MonthlyReport.of(facts, Waterdam.report()));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
