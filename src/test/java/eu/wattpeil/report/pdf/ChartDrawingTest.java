package eu.wattpeil.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.ReportPreview;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class ChartDrawingTest {

    private static final int NOTHING = 0;

    /** Those that the look has tones for. */
    private static final int PARTS = 6;

    @Test
    void drawsColumnsInTheColoursOfThePages() throws Exception {
        BufferedImage image =
                drawn(
                        "<rect class='now' x='10' y='10' width='20' height='20'/>"
                                + "<rect class='past' x='50' y='10' width='20' height='20'/>");

        assertThat(color(image, 20, 20)).isEqualTo(0x4383ab);
        assertThat(color(image, 60, 20)).isEqualTo(0xffffff);
        assertThat(color(image, 50, 20)).isEqualTo(0x4383ab);
        assertThat(color(image, 40, 20)).isEqualTo(NOTHING);
    }

    @Test
    void hatchesAnEstimateWithinItsColumn() throws Exception {
        BufferedImage image =
                drawn(
                        "<rect class='now estimate' style='fill:url(#hatch-a)' x='20' y='20'"
                                + " width='40' height='40'/>");

        assertThat(share(image, 22, 22, 58, 58)).isBetween(0.2, 0.6);
        assertThat(share(image, 63, 0, 100, 100)).isZero();
        assertThat(share(image, 0, 0, 100, 18)).isZero();
    }

    @Test
    void drawsALineThatHasAGap() throws Exception {
        BufferedImage image = drawn("<path class='line' d='M10 50L40 50M60 50H90V90'/>");

        assertThat(color(image, 25, 50)).isEqualTo(0x4383ab);
        assertThat(color(image, 50, 50)).isEqualTo(NOTHING);
        assertThat(color(image, 75, 50)).isEqualTo(0x4383ab);
        assertThat(color(image, 90, 75)).isEqualTo(0x4383ab);
        assertThat(color(image, 60, 70)).isEqualTo(NOTHING);
    }

    @Test
    void setsALabelOnTheSideOfItsAnchor() throws Exception {
        BufferedImage end = drawn("<text class='label' x='50' y='50' text-anchor='end'>88</text>");
        BufferedImage middle =
                drawn("<text class='label' x='50' y='50' text-anchor='middle'>88</text>");

        assertThat(share(end, 50, 0, 100, 100)).isZero();
        assertThat(share(end, 30, 40, 50, 50)).isPositive();
        assertThat(share(middle, 50, 40, 60, 50)).isPositive();
        assertThat(share(middle, 40, 40, 50, 50)).isPositive();
    }

    @Test
    void setsEachLetterOfALineAtItsPlace() throws Exception {
        BufferedImage line =
                drawn("<text class='label' x='20 80' y='50' text-anchor='middle'>88</text>");

        assertThat(share(line, 14, 40, 26, 50)).isPositive();
        assertThat(share(line, 74, 40, 86, 50)).isPositive();
        assertThat(share(line, 30, 0, 70, 100)).isZero();
    }

    @Test
    void drawsThePartsOfAWholeInTonesThatDiffer() throws Exception {
        List<Integer> tones = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            String column = "<rect class='part-" + part + "' x='0' y='0' width='50' height='50'/>";
            tones.add(color(drawn(column), 20, 20));
        }

        assertThat(tones).doesNotHaveDuplicates().doesNotContain(NOTHING, 0x000000);
    }

    private static BufferedImage drawn(String shapes) throws Exception {
        String svg = "<svg viewBox='0 0 100 100'>" + shapes + "</svg>";
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        new ChartDrawing(
                        new Look(ReportPreview.template("design.css")),
                        Typeface.normal(),
                        Typeface.bold())
                .draw(
                        DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(svg)))
                                .getDocumentElement(),
                        graphics);
        graphics.dispose();
        return image;
    }

    /** The colour of a point; of one that nothing is drawn on, nothing. */
    private static int color(BufferedImage image, int x, int y) {
        int color = image.getRGB(x, y);
        return color >>> 24 == 0 ? NOTHING : color & 0xffffff;
    }

    private static double share(BufferedImage image, int left, int top, int right, int bottom) {
        int drawn = 0;
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                drawn += color(image, x, y) == NOTHING ? 0 : 1;
            }
        }
        return drawn / (double) ((right - left) * (bottom - top));
    }
}
