package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.pdf.VeraPdf;
import eu.wattpeil.workspace.Contrast;
import eu.wattpeil.workspace.OwnLook;
import eu.wattpeil.workspace.Report;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organisation's own colours and logo, in all that is published. */
final class OwnDesignTest {

    @TempDir Path folder;

    @Test
    void leavesEverythingAsItIsWhereNothingIsAsked() {
        UnaryOperator<String> templates =
                new OwnDesign(OwnLook.DEFAULT).in(ReportPreview::template);

        for (String name : List.of("design.css", "print.css", "report.html")) {
            assertThat(templates.apply(name)).isEqualTo(ReportPreview.template(name));
        }
    }

    @Test
    void isInEveryPage() throws IOException {
        OwnLook look = look("png");
        Map<String, byte[]> files = rendered(look, "html", "public", "fiches");
        Path index =
                new MonthList(
                                new ReportFolder(folder, Access.GROUP),
                                new OwnDesign(look).in(ReportPreview::template),
                                List.of())
                        .publish(
                                "Waterdam",
                                Waterdam.facts().organisation().languages(),
                                Waterdam.TEXTS,
                                List.of());

        List<String> pages =
                new ArrayList<>(
                        files.values().stream()
                                .map(it -> new String(it, StandardCharsets.UTF_8))
                                .toList());
        pages.add(Files.readString(index));
        assertThat(pages)
                .hasSize(7)
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .contains("--accent: #8a1538;", "--column: #b5566f;")
                                        .contains("--accent: #ff9db5;", "--column: #c2506f;")
                                        .contains(look.logo().orElseThrow().address()));
    }

    /** Numbers stand on them: in ink on the light ones, as light as paper on the dark ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reachesTheTonesOfHeatMapsWhichCanBeReadInAnyColour(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String light = String.format("#%06x", random.nextInt(1 << 24));
            String dark = String.format("#%06x", random.nextInt(1 << 24));
            String design =
                    new OwnDesign(
                                    new OwnLook(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(new OwnLook.Tones(light, dark))))
                            .in(ReportPreview::template)
                            .apply("design.css");
            String own = design.substring(ReportPreview.template("design.css").length());

            List<String> tones = tones(own);
            assertThat(tones).hasSize(14);
            for (int tone = 0; tone < 7; tone++) {
                assertReadable(tones.get(tone), tone < 5 ? "#17202a" : "#ffffff", light);
                assertReadable(tones.get(7 + tone), tone < 5 ? "#e8ebee" : "#14181c", dark);
            }
            assertThat(own).contains("--column: " + light, "--column: " + dark, "--tint: #");
        }
    }

    @Test
    void hasTonesOfItsOwnThatCanBeReadToo() {
        String design = ReportPreview.template("design.css");
        List<String> tones = tones(design.substring(0, design.indexOf("* {")));

        assertThat(tones).hasSize(14);
        for (int tone = 0; tone < 7; tone++) {
            assertReadable(tones.get(tone), tone < 5 ? "#17202a" : "#ffffff", "design.css");
            assertReadable(tones.get(7 + tone), tone < 5 ? "#e8ebee" : "#14181c", "design.css");
        }
    }

    @Test
    void keepsTheTonesWhereOnlyNamesHaveAColour() {
        OwnLook look =
                new OwnLook(
                        Optional.empty(),
                        Optional.of(new OwnLook.Tones("#8a1538", "#ff9db5")),
                        Optional.empty());
        String design = ReportPreview.template("design.css");

        assertThat(new OwnDesign(look).in(ReportPreview::template).apply("design.css"))
                .startsWith(design)
                .satisfies(
                        it -> assertThat(it.substring(design.length())).doesNotContain("--tone"));
    }

    private static List<String> tones(String css) {
        return Pattern.compile("--tone-\\d: (#\\w{6})")
                .matcher(css)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static void assertReadable(String tone, String text, String about) {
        assertThat(Contrast.of(tone, text))
                .as(tone + " below " + text + " of " + about)
                .isGreaterThanOrEqualTo(Contrast.OF_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void isInPdfsThatCanStillBeArchivedAndReadAloud(String type) throws Exception {
        for (byte[] file : rendered(look(type), "pdf", "board").values()) {
            try (PDDocument document = Loader.loadPDF(file)) {
                PDResources resources = document.getPage(0).getResources();
                boolean hasPicture = false;
                for (COSName name : resources.getXObjectNames()) {
                    hasPicture |= resources.isImageXObject(name);
                }
                assertThat(hasPicture).isTrue();
            }
            assertThat(VeraPdf.faults(file)).isEmpty();
        }
    }

    private Map<String, byte[]> rendered(OwnLook look, String... forms) {
        Report town = Waterdam.report();
        Report definition =
                new Report(
                        town.name(),
                        List.of(forms),
                        town.formsPlace(),
                        town.sections(),
                        town.sectionsPlace());
        return publisher(look).rendered(MonthlyReport.of(Waterdam.facts(), definition)).stream()
                .collect(Collectors.toMap(Form.Rendered::file, Form.Rendered::bytes));
    }

    private Publisher publisher(OwnLook look) {
        return new Publisher(
                new ReportFolder(folder, Access.GROUP),
                new OwnDesign(look).in(ReportPreview::template));
    }

    private static OwnLook look(String type) throws IOException {
        return new OwnLook(
                Optional.of(
                        new OwnLook.Logo(
                                "image/" + type,
                                Base64.getEncoder().encodeToString(picture(type)),
                                90,
                                30)),
                Optional.of(new OwnLook.Tones("#8a1538", "#ff9db5")),
                Optional.of(new OwnLook.Tones("#b5566f", "#c2506f")));
    }

    /** A disc; as a PNG, on nothing. */
    private static byte[] picture(String type) throws IOException {
        int kind = type.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(90, 30, kind);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillOval(0, 0, 30, 30);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, type, bytes);
        return bytes.toByteArray();
    }
}
