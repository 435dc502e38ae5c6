package eu.wattpeil.report.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the SVG of our charts: rectangles, circles, labels, and paths of straight lines, in the
 * colours of their classes. It knows no other SVG.
 */
final class ChartDrawing {

    private static final Pattern STEP = Pattern.compile("([MLHV])([^MLHV]*)");
    private static final double HATCH = 4;
    private static final float MITER = 4;

    private final Look look;
    private final Typeface normal;
    private final Typeface bold;

    ChartDrawing(Look look, Typeface normal, Typeface bold) {
        this.look = look;
        this.normal = normal;
        this.bold = bold;
    }

    /** The width and the height that the shapes of a chart are in. */
    static double[] size(Element svg) {
        double[] box = numbers(svg.getAttribute("viewBox"));
        return new double[] {box[2], box[3]};
    }

    void draw(Element svg, Graphics2D graphics) {
        for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element shape) {
                drawShape(shape, graphics);
            }
        }
    }

    private void drawShape(Element shape, Graphics2D graphics) {
        switch (shape.getTagName()) {
            case "rect" -> drawColumn(shape, graphics);
            case "circle" -> paint(circle(shape), style(shape), graphics);
            case "path" -> paint(path(shape.getAttribute("d")), style(shape), graphics);
            case "text" -> drawLabel(shape, graphics);
            default -> {
                // The pattern of the hatching is drawn where it is used.
            }
        }
    }

    private void drawColumn(Element shape, Graphics2D graphics) {
        Rectangle2D column =
                new Rectangle2D.Double(
                        number(shape, "x"),
                        number(shape, "y"),
                        number(shape, "width"),
                        number(shape, "height"));
        Map<String, String> style = style(shape);
        if (shape.getAttribute("style").startsWith("fill:url(")) {
            style.put("fill", "none");
            Shape clip = graphics.getClip();
            graphics.clip(column);
            paint(hatching(column), look.shape("path", "hatch"), graphics);
            graphics.setClip(clip);
        }
        paint(column, style, graphics);
    }

    /** Slanted lines over a column. */
    private static Shape hatching(Rectangle2D column) {
        Path2D lines = new Path2D.Double();
        double step = HATCH * Math.sqrt(2);
        double height = column.getHeight();
        for (double x = column.getMinX() - height; x < column.getMaxX(); x += step) {
            lines.moveTo(x, column.getMaxY());
            lines.lineTo(x + height, column.getMinY());
        }
        return lines;
    }

    private static Shape circle(Element shape) {
        double radius = number(shape, "r");
        return new Ellipse2D.Double(
                number(shape, "cx") - radius, number(shape, "cy") - radius, 2 * radius, 2 * radius);
    }

    private static Shape path(String steps) {
        Path2D path = new Path2D.Double();
        double x = 0;
        double y = 0;
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            double[] to = numbers(step.group(2));
            switch (step.group(1)) {
                case "H" -> x = to[0];
                case "V" -> y = to[0];
                default -> {
                    x = to[0];
                    y = to[1];
                }
            }
            if (step.group(1).equals("M")) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private void drawLabel(Element label, Graphics2D graphics) {
        Map<String, String> style = style(label);
        Typeface typeface = style.getOrDefault("font-weight", "400").equals("400") ? normal : bold;
        double size = Double.parseDouble(style.getOrDefault("font-size", "10px").replace("px", ""));
        String text = label.getTextContent();
        double[] places = numbers(label.getAttribute("x"));
        for (int i = 0; i < places.length; i++) {
            // Where there are several places, each is that of a letter; the last has the rest.
            String part = text.substring(i, i == places.length - 1 ? text.length() : i + 1);
            double width = typeface.width(part, size);
            double shift =
                    switch (label.getAttribute("text-anchor")) {
                        case "middle" -> width / 2;
                        case "end" -> width;
                        default -> 0;
                    };
            AffineTransform place =
                    AffineTransform.getTranslateInstance(places[i] - shift, number(label, "y"));
            paint(typeface.outline(part, size).createTransformedShape(place), style, graphics);
        }
    }

    private Map<String, String> style(Element shape) {
        return look.shape(shape.getTagName(), shape.getAttribute("class"));
    }

    private static void paint(Shape shape, Map<String, String> style, Graphics2D graphics) {
        String fill = style.getOrDefault("fill", "#000");
        if (!fill.equals("none")) {
            graphics.setColor(color(fill));
            graphics.fill(shape);
        }
        String stroke = style.getOrDefault("stroke", "none");
        if (!stroke.equals("none")) {
            graphics.setColor(color(stroke));
            graphics.setStroke(stroke(style));
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(Map<String, String> style) {
        float width = Float.parseFloat(style.getOrDefault("stroke-width", "1"));
        int join =
                style.getOrDefault("stroke-linejoin", "miter").equals("round")
                        ? BasicStroke.JOIN_ROUND
                        : BasicStroke.JOIN_MITER;
        double[] dashes = numbers(style.getOrDefault("stroke-dasharray", ""));
        if (dashes.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, join, MITER);
        }
        float[] pattern = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            pattern[i] = (float) dashes[i];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, join, MITER, pattern, 0);
    }

    /** A colour that is written with three or six hexadecimal digits; black where it is not. */
    private static Color color(String text) {
        String digits = text.replaceFirst("^#", "");
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        return digits.matches("[0-9a-fA-F]{6}")
                ? new Color(Integer.parseInt(digits, 16))
                : Color.BLACK;
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
