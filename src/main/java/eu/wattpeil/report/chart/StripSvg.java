package eu.wattpeil.report.chart;

import java.util.List;
import java.util.Optional;

/** Draws days in a row: a frame for each, filled from below by its parts. */
public final class StripSvg {

    private static final int DAY = 20;
    private static final int GAP = 2;
    private static final int HEIGHT = 24;

    private StripSvg() {}

    /** The markup, as wide as its place. */
    public static String of(StripChart chart) {
        Markup svg = new Markup();
        svg.raw("<svg class=\"chart strip\" viewBox=\"0 0 " + chart.days().size() * DAY);
        svg.raw(" " + HEIGHT + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        svg.text(chart.description()).raw("\">");
        for (int day = 0; day < chart.days().size(); day++) {
            Optional<List<Double>> parts = chart.days().get(day);
            if (parts.isPresent()) {
                draw(svg, day * DAY, parts.get());
            }
        }
        return svg.raw("</svg>").toString();
    }

    private static void draw(Markup svg, int left, List<Double> parts) {
        double known = parts.stream().mapToDouble(it -> it).sum();
        if (known < 1) {
            rectangle(svg, "hole", left, 0, HEIGHT);
        }
        double below = 0;
        for (int part = 0; part < parts.size(); part++) {
            double share = parts.get(part);
            if (share > 0) {
                rectangle(
                        svg,
                        "known-" + part,
                        left,
                        HEIGHT * (1 - Math.min(1, below + share)),
                        HEIGHT * share);
            }
            below += share;
        }
    }

    private static void rectangle(Markup svg, String style, int left, double top, double height) {
        svg.raw("<rect class=\"" + style + "\" x=\"" + (left + GAP / 2) + "\" y=\"");
        svg.number(top).raw("\" width=\"" + (DAY - GAP) + "\" height=\"").number(height);
        svg.raw("\"/>");
    }
}
