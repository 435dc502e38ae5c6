package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.form.TemplateException;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateCheckTest {

    private static final List<Locale> LANGUAGES = List.of(Waterdam.DUTCH, Locale.ENGLISH);

    @TempDir Path root;

    @Test
    void acceptsTheTemplatesThatComeWithTheProgramWithALineMore() throws IOException {
        for (String template :
                List.of(
                        "report.html",
                        "index.html",
                        "explorer.html",
                        "report-print.html",
                        "board-print.html")) {
            write(template, ReportPreview.template(template) + "\n");
        }

        assertThat(problems()).isEmpty();
    }

    /** They would not say this text in these languages. */
    @Test
    void doesNotTryCopiesOfThoseThatComeWithTheProgram() throws IOException {
        Path texts = root.resolve("jobs/texts/en.properties");
        Files.createDirectories(texts.getParent());
        Files.writeString(texts, "label.all_months=of {months\n");

        write("index.html", ReportPreview.template("index.html"));
        write("report.html", ReportPreview.template("report.html"));
        assertThat(problems(Texts.read(new WorkspaceFiles(root), new Problems()))).isEmpty();
    }

    @Test
    void namesTheLineOfAnExpressionThatFindsNothing() throws IOException {
        write("report.html", "<html>\n<body>\n<p th:text=\"${page.titel()}\"></p>\n</body></html>");

        assertThat(problems())
                .containsExactly(
                        "jobs/reports/templates/report.html:3: Exception evaluating OGNL"
                                + " expression: \"page.titel()\"");
    }

    @Test
    void namesTheLineOfATextThatNoLanguageHas() throws IOException {
        write("index.html", "<html>\n<p th:text=\"#{label.raports}\"></p>\n</html>");

        assertThat(problems())
                .containsExactly(
                        "jobs/reports/templates/index.html:2: no text for \"label.raports\","
                                + " expected a key of jobs/texts");
    }

    @Test
    void triesThePageOfAllFigures() throws IOException {
        write("explorer.html", "<html>\n<p th:text=\"${page.titel()}\"></p>\n</html>");

        assertThat(problems())
                .containsExactly(
                        "jobs/reports/templates/explorer.html:2: Exception evaluating OGNL"
                                + " expression: \"page.titel()\"");
    }

    @Test
    void namesTheLineOfWhatIsNoExpressionOrNoMarkup() throws IOException {
        write("report.html", "<html>\n\n<p th:text=\"${page.title(\"></p>\n</html>");
        write("index.html", "<html>\n<p th:if=\"\">\n</html>");

        assertThat(problems())
                .hasSize(2)
                .anyMatch(it -> it.startsWith("jobs/reports/templates/report.html:3: "))
                .anyMatch(it -> it.startsWith("jobs/reports/templates/index.html:2: "));
    }

    @Test
    void tellsOfATagThatDoesNotEndOnPaper() throws IOException {
        write("report-print.html", "<html>\n<body>\n<br>\n</body></html>");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "jobs/reports/templates/report-print.html:1: makes markup that is not"
                                + " well-formed, in its line 4: The element type \"br\"");
    }

    @Test
    void namesWhatOnPaperFindsNothing() throws IOException {
        write("board-print.html", "<html>\n<p th:text=\"${goals.colour()}\"></p></html>");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("jobs/reports/templates/board-print.html:2: ");
    }

    @Test
    void looksIntoPartsThatNotEveryMonthHas() throws IOException {
        write(
                "report.html",
                """
                <html>
                <th:block th:each="section : ${page.sections()}">
                <th:block th:each="block : ${section.blocks()}">
                <p th:each="aim : ${block.aims()}" th:text="${aim.colour()}"></p>
                </th:block></th:block>
                </html>
                """);

        assertThat(problems())
                .containsExactly(
                        "jobs/reports/templates/report.html:4: Exception evaluating OGNL"
                                + " expression: \"aim.colour()\"");
    }

    @Test
    void endsOnAnExpressionThatNestsTooDeep() throws IOException {
        write("report.html", "<p th:text=\"${" + "(".repeat(200_000) + "}\"></p>");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("jobs/reports/templates/report.html:1: ")
                .hasSizeLessThan(300);
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Path file = write("report.html", "");
        Files.write(file, "<p>\n<p>caf\u00e9</p>".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems())
                .containsExactly(
                        "jobs/reports/templates/report.html:2: this is not UTF-8, expected UTF-8"
                                + " text");
    }

    @Test
    void tellsAFaultOfATemplateInOneLineInARunToo() {
        HtmlTemplate html = new HtmlTemplate(name -> "<p>\n<p th:text=\"${page.titel()}\"></p>");
        Words words = Words.of(Waterdam.TEXTS, Waterdam.DUTCH);

        assertThatThrownBy(
                        () ->
                                html.set(
                                        "report.html",
                                        words,
                                        Map.of("page", MadeUpPages.bare(words))))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "jobs/reports/templates/report.html:2: Exception evaluating OGNL"
                                + " expression: \"page.titel()\"");
    }

    private Path write(String template, String text) throws IOException {
        Path file = root.resolve("jobs/reports/templates").resolve(template);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> problems() {
        return problems(Waterdam.TEXTS);
    }

    private List<String> problems(Texts texts) {
        Problems problems = new Problems();
        TemplateCheck.check(new WorkspaceFiles(root), texts, LANGUAGES, problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
