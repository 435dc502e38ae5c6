package eu.wattpeil.report.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/** Sets charts in a PDF, as wide as the style sheet says, or as their own measures say. */
final class ChartSetter implements SVGDrawer {

    private final ChartDrawing drawing;

    ChartSetter(ChartDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg,
            Box box,
            CssContext context,
            double width,
            double height,
            double dotsPerPixel) {
        double[] size = ChartDrawing.size(svg);
        double wide = width >= 0 ? width : size[0] * dotsPerPixel;
        return new Chart(svg, wide, wide * size[1] / size[0], wide / size[0], dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Labels are set in the typeface of the page.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Labels are set in the typeface of the page.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** A chart of a size in dots. */
    private final class Chart implements SVGImage {

        private final Element svg;
        private final double width;
        private final double height;
        private final double scale;
        private final double dotsPerPixel;

        Chart(Element svg, double width, double height, double scale, double dotsPerPixel) {
            this.svg = svg;
            this.width = width;
            this.height = height;
            this.scale = scale;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) (width / dotsPerPixel),
                    (float) (height / dotsPerPixel),
                    graphics -> {
                        graphics.scale(scale / dotsPerPixel, scale / dotsPerPixel);
                        drawing.draw(svg, graphics);
                    });
        }
    }
}
