package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.BoardForm;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.KpiCsv;
import eu.wattpeil.report.form.PdfForm;
import eu.wattpeil.report.form.ReportJson;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.pdf.Attachment;
import eu.wattpeil.report.pdf.Identity;
import eu.wattpeil.report.pdf.Look;
import eu.wattpeil.report.pdf.Press;
import eu.wattpeil.report.pdf.VeraPdf;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Goal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class PdfFormTest {

    /** Enough that lines would end within some. */
    private static final int MOST_OBJECTS = 100;

    private static final int NUMBERS = 150;

    private static final PdfForm FORM = new PdfForm(ReportPreview::template);
    private static final BoardForm BOARD = new BoardForm(ReportPreview::template);
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Waterdam.DUTCH, Locale.FRENCH);
    private static final byte[] TABLE = {'a', ',', 'b'};

    @Test
    void isATaggedPdfThatCanBeArchivedInEveryLanguage() throws Exception {
        MonthlyReport report = report(in(Waterdam.facts(), LANGUAGES, 1));

        for (Form.Rendered file : rendered(report)) {
            assertThat(VeraPdf.faults(file.bytes())).as(file.file()).isEmpty();
        }
        assertThat(rendered(report))
                .extracting(Form.Rendered::file)
                .containsExactly(
                        "report.en.pdf",
                        "report.nl.pdf",
                        "report.fr.pdf",
                        "board.en.pdf",
                        "board.nl.pdf",
                        "board.fr.pdf");
    }

    @Test
    void isSoWhateverAReportHasOrLacks() throws Exception {
        assertThat(Waterdam.TEXTS.languages()).containsExactlyInAnyOrder("en", "nl", "fr");
        for (Locale language : LANGUAGES) {
            Words words = Words.of(Waterdam.TEXTS, language);
            for (ReportPage page : List.of(MadeUpPages.full(words), MadeUpPages.bare(words))) {
                assertThat(VeraPdf.faults(bytes(FORM.set(page, words), page)))
                        .as(language + ": " + page.sections().size() + " sections")
                        .isEmpty();
                assertThat(VeraPdf.faults(bytes(BOARD.set(page, words, 1), page))).isEmpty();
            }
        }
    }

    @Test
    void isSoWhateverNamesAre() throws Exception {
        MonthlyReport report = MonthlyReport.of(HostileTown.facts(1), HostileTown.report());

        assertThat(VeraPdf.faults(PublishedTown.files(FORM, report).get(0).bytes())).isEmpty();
        assertThat(VeraPdf.faults(PublishedTown.files(BOARD, report).get(0).bytes())).isEmpty();
    }

    @Test
    void showsHostileNamesAsText() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        List<ReportPage.Item> items =
                HostileTown.NAMES.stream()
                        .map(name -> new ReportPage.Item(name, "\u0001" + name + "\ud800", ""))
                        .toList();
        ReportPage page = withMissing(MadeUpPages.full(words), items);

        String text = squeezed(text(bytes(FORM.set(page, words), page)));

        assertThat(text)
                .contains(squeezed("<script>alert(\"1\")</script> & 'co'"))
                .contains(squeezed("{0} ${name} [[text]]"))
                .contains(squeezed("=cmd|' /C calc'!A0"))
                .contains("Donau" + "dampfschifffahrt".repeat(30))
                .contains("\ufffd");
    }

    @Test
    void holdsTheNumbersOfThePage() throws IOException {
        MonthlyReport report = report(in(Waterdam.facts(), LANGUAGES, 1));
        Map<String, byte[]> files = new TreeMap<>();
        rendered(report).forEach(file -> files.put(file.file(), file.bytes()));

        for (Locale language : LANGUAGES) {
            ReportPage page = PageWriter.page(report, language);
            String text = squeezed(text(files.get("report." + language + ".pdf")));
            String board = squeezed(text(files.get("board." + language + ".pdf")));
            assertThat(page.sections()).isNotEmpty();
            for (ReportPage.Section section : page.sections()) {
                for (ReportPage.Block block : section.blocks()) {
                    String told = block.number().isEmpty() ? block.reason() : block.number();
                    assertThat(text).contains(squeezed(told + block.unit()));
                }
            }
            for (ReportPage.GoalLine goal : page.front().allGoals()) {
                assertThat(text).contains(squeezed(goal.now() + "→" + goal.target()));
            }
            assertThat(text).contains(squeezed(page.footer()));
            assertThat(board)
                    .contains(squeezed(page.front().headline()))
                    .contains(squeezed(page.footer()))
                    .contains(squeezed(page.front().goals().get(0).target()));
        }
    }

    @Test
    void breaksNoLineWithinANumber() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.FRENCH);
        String said = "\u221231,1\u00a0kWh ou +0.002\u00a0kWh; ";
        ReportPage page =
                withMissing(
                        MadeUpPages.full(words),
                        List.of(new ReportPage.Item("Ici", said.repeat(NUMBERS), "")));

        String text = text(bytes(FORM.set(page, words), page));

        for (String number : List.of("\u221231,1", "+0.002")) {
            assertThat(text.split(Pattern.quote(number), -1)).hasSize(1 + NUMBERS);
        }
    }

    /** As objects of their own, tags of texts and of backgrounds would be most of a file. */
    @Test
    void hasFewObjectsForEachPage() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        ReportPage page = MadeUpPages.full(words);

        try (PDDocument document = Loader.loadPDF(bytes(FORM.set(page, words), page))) {
            int objects = document.getDocument().getXrefTable().size();
            assertThat(objects / document.getNumberOfPages()).isLessThan(MOST_OBJECTS);
        }
    }

    /** Backgrounds of which nothing is drawn would be three of four tags. */
    @Test
    void saysWhatATagIsWhereItHoldsAndTagsOnlyWhatIsDrawn() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        ReportPage page = MadeUpPages.full(words);

        try (PDDocument document = Loader.loadPDF(bytes(FORM.set(page, words), page))) {
            for (PDPage paper : document.getPages()) {
                byte[] bytes = paper.getContents().readAllBytes();
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .contains("<</MCID 0 >> BDC\n", "/Artifact <</Type /Background /BBox [")
                        .doesNotContainPattern("(?m)^/\\S+ /\\S+ BDC$")
                        .doesNotContainPattern("(?m)^/Artifact .* BDC\nEMC$");
            }
        }
    }

    /** A sign for "fi" is not found by who searches for a word with it. */
    @Test
    void setsEachLetterByItself() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        String said = "affluent fiche, efficient flow";
        ReportPage page =
                withMissing(
                        MadeUpPages.full(words), List.of(new ReportPage.Item("Here", said, "")));

        String signs = signs(bytes(FORM.set(page, words), page));

        assertThat(squeezed(signs)).contains(squeezed(said)).doesNotContainPattern("[ﬀ-ﬆ]");
    }

    @Test
    void saysWhatEachChartShows() throws IOException {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        ReportPage page = MadeUpPages.full(words);
        String whole = page.sections().get(0).stack().orElseThrow().chart().description();

        try (PDDocument document = Loader.loadPDF(bytes(FORM.set(page, words), page))) {
            List<String> figures = new ArrayList<>();
            addFigures(document.getDocumentCatalog().getStructureTreeRoot(), figures);
            assertThat(figures).contains(whole);
        }
    }

    private static void addFigures(PDStructureNode node, List<String> figures) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    figures.add(element.getAlternateDescription());
                }
                addFigures(element, figures);
            }
        }
    }

    @Test
    void leadsToItsSectionsByBookmarksAndLinks() throws IOException {
        byte[] file = PublishedTown.files(FORM, report(Waterdam.facts())).get(0).bytes();

        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> marks = new ArrayList<>();
            List<Integer> pages = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                marks.add(item.getTitle());
                pages.add(document.getPages().indexOf(item.findDestinationPage(document)));
            }
            assertThat(marks)
                    .containsExactly(
                            "Overzicht",
                            "Doelen",
                            "Serverruimte",
                            "Toestellen",
                            "Afdrukken",
                            "Uitstoot",
                            "Alles samen",
                            "Maatregelen",
                            "Gegevens",
                            "Methode");
            assertThat(pages).isSorted().doesNotHaveDuplicates();
            assertThat(pages.get(0)).isZero();
            assertThat(pages.get(1)).as("the first page is one page").isEqualTo(1);
            assertThat(document.getPage(0).getAnnotations())
                    .isNotEmpty()
                    .extracting(PDAnnotation::getContents)
                    .allMatch(it -> it.matches("Naar bladzijde \\d+"));
        }
    }

    @Test
    void carriesTheValuesAndTheReportForMachines() throws IOException {
        MonthlyReport report = report(Waterdam.facts());
        Map<String, byte[]> expected = new TreeMap<>();
        for (Form form : List.of(new KpiCsv(), new ReportJson())) {
            PublishedTown.files(form, report).forEach(it -> expected.put(it.file(), it.bytes()));
        }

        try (PDDocument document =
                Loader.loadPDF(PublishedTown.files(FORM, report).get(0).bytes())) {
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files.keySet()).containsExactly("kpis.csv", "report.json");
            for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
                assertThat(file.getValue().getEmbeddedFile().toByteArray())
                        .isEqualTo(expected.get(file.getKey()));
                assertThat(file.getValue().getCOSObject().getNameAsString("AFRelationship"))
                        .isEqualTo("Data");
            }
        }
    }

    @Test
    void hasTheSameBytesTwiceAndOtherOnesForOtherInputs() {
        List<byte[]> first = bytes(report(Waterdam.facts()));

        assertThat(bytes(report(Waterdam.facts()))).usingRecursiveComparison().isEqualTo(first);
        assertThat(ids(first)).doesNotHaveDuplicates();
    }

    @Test
    void usesNoFontOfTheMachine() throws IOException {
        Set<String> fonts = new HashSet<>();
        for (Form.Rendered file : rendered(report(Waterdam.facts()))) {
            try (PDDocument document = Loader.loadPDF(file.bytes())) {
                for (PDPage page : document.getPages()) {
                    fonts.addAll(fonts(page.getResources()));
                }
            }
        }

        assertThat(fonts)
                .allMatch(it -> it.matches("[A-Z]{6}\\+DejaVuSansCondensed(-Bold)?"))
                .isNotEmpty();
    }

    @Test
    void isOnePageForABoardHoweverManyGoalsAreOffCourse() throws IOException {
        MonthlyFacts facts = in(Waterdam.facts(), List.of(Locale.ENGLISH), 30);

        byte[] file = PublishedTown.files(BOARD, report(facts)).get(0).bytes();

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(file)).containsPattern("\\d+ more goals are off course: see the report");
    }

    private static MonthlyReport report(MonthlyFacts facts) {
        return MonthlyReport.of(facts, Waterdam.report());
    }

    private static List<Form.Rendered> rendered(MonthlyReport report) {
        List<Form.Rendered> files = new ArrayList<>(PublishedTown.files(FORM, report));
        files.addAll(PublishedTown.files(BOARD, report));
        return files;
    }

    private static List<byte[]> bytes(MonthlyReport report) {
        return rendered(report).stream().map(Form.Rendered::bytes).toList();
    }

    private static List<String> ids(List<byte[]> files) {
        return files.stream().map(PdfFormTest::id).toList();
    }

    private static String id(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getDocument().getDocumentID().getString(0);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    private static Set<String> fonts(PDResources resources) throws IOException {
        Set<String> fonts = new HashSet<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name).getName());
        }
        return fonts;
    }

    private static byte[] bytes(Document markup, ReportPage page) {
        Identity identity =
                new Identity(
                        page.title(),
                        page.language(),
                        page.organisation(),
                        "Wattpeil",
                        "aa",
                        LocalDate.of(2026, 11, 1),
                        "page {page}");
        return new Press(new Look(ReportPreview.template("design.css")))
                .set(
                        markup,
                        identity,
                        List.of(new Attachment("kpis.csv", "text/csv", "values", TABLE)))
                .bytes();
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What the file itself says that its signs are. */
    private static String signs(byte[] file) throws IOException {
        StringBuilder signs = new StringBuilder();
        PDFTextStripper reader =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition sign) {
                        signs.append(sign.getUnicode());
                    }
                };
        try (PDDocument document = Loader.loadPDF(file)) {
            reader.getText(document);
        }
        return signs.toString();
    }

    /** Lines break elsewhere on paper. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }

    private static ReportPage withMissing(ReportPage page, List<ReportPage.Item> missing) {
        return new ReportPage(
                page.language(),
                page.title(),
                page.organisation(),
                page.month(),
                page.front(),
                page.sections(),
                page.findings(),
                page.untried(),
                page.shifts(),
                page.served(),
                page.unserved(),
                page.measures(),
                missing,
                page.details(),
                page.restated(),
                page.sources(),
                page.documents(),
                page.documentsNote(),
                page.rejects(),
                page.rules(),
                page.terms(),
                page.methods(),
                page.factors(),
                page.footer());
    }

    /** The same facts for readers of other languages, with each goal so many times. */
    private static MonthlyFacts in(MonthlyFacts facts, List<Locale> languages, int times) {
        List<Goal> goals =
                Collections.nCopies(times, facts.organisation().goals()).stream()
                        .flatMap(List::stream)
                        .toList();
        return TownCopy.of(facts).languages(languages).goals(goals).facts();
    }
}
