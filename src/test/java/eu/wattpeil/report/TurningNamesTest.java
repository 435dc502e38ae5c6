package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.TextDirection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with signs that nobody sees, in every form of a report. */
class TurningNamesTest {

    private static final String TURNING = "\u202eTown\u2067 hall\u2069\u2069\u200f";
    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd";

    @ParameterizedTest
    @ValueSource(strings = {TURNING, HEBREW, "\u2068" + TURNING, HEBREW + "\u202e"})
    void turnNothingInAnyForm(String name) throws IOException {
        List<Form.Rendered> files = rendered(name);

        assertThat(files).hasSizeGreaterThan(8);
        for (Form.Rendered file : files) {
            for (String text : texts(file)) {
                assertThat(turned(text, file.file().endsWith(".pdf"))).as(file.file()).isEmpty();
            }
        }
    }

    @Test
    void areReadAsTheyAreWithoutThem() throws IOException {
        for (Form.Rendered file : rendered(TURNING)) {
            if (file.file().matches("(report|public)\\..*(html|pdf|xlsx)|kpis.csv")) {
                assertThat(String.join(" ", texts(file))).as(file.file()).contains("Town hall");
            }
        }
    }

    @Test
    void stayInTheirPlaceInASentence() {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);

        assertThat(words.say("mail.title", "organisation", HEBREW, "month", "October 2026"))
                .contains("\u2068" + HEBREW + "\u2069")
                .doesNotContain("\u2068October");
    }

    @Test
    void turnNothingInAMail() {
        CoverLetter letter =
                CoverLetter.of(report(TURNING), Locale.ENGLISH, Optional.empty(), List.of(), false);

        assertThat(turned(letter.subject() + "\n" + letter.text(), false)).isEmpty();
        assertThat(letter.subject()).contains("Town hall");
    }

    private static MonthlyReport report(String name) {
        MonthlyFacts facts = HostileTown.named(name);
        return MonthlyReport.of(facts, facts.definitions().get(0));
    }

    private static List<Form.Rendered> rendered(String name) {
        MonthlyReport report = report(name);
        List<Form> forms = new Forms(ReportPreview::template).all();
        return forms.stream()
                .flatMap(it -> PublishedTown.files(it, report).stream())
                .filter(it -> !it.file().equals("report.schema.json"))
                .toList();
    }

    /** What is left of signs that turn: half of an isolate, or any other one. */
    private static String turned(String text, boolean isOfPrint) {
        String rest =
                Pattern.compile("\u2068[^\u2068\u2069\n]*\u2069").matcher(text).replaceAll("");
        // Print has marks for isolates, which say no more than that text goes on as it began.
        String unmarked = isOfPrint ? rest.replace("\u200e", "") : rest;
        StringBuilder signs = new StringBuilder();
        unmarked.chars()
                .filter(it -> TextDirection.isSign((char) it))
                .forEach(signs::appendCodePoint);
        return signs.toString();
    }

    private static List<String> texts(Form.Rendered file) throws IOException {
        if (file.file().endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.bytes())) {
                return List.of(new PDFTextStripper().getText(document));
            }
        }
        if (!file.file().endsWith(".xlsx")) {
            return List.of(new String(file.bytes(), StandardCharsets.UTF_8));
        }
        List<String> texts = new ArrayList<>();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                texts.add(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
