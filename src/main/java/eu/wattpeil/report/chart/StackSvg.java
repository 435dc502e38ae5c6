package eu.wattpeil.report.chart;

import eu.wattpeil.report.chart.StackChart.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws parts of a whole as SVG, with the name of each part beside its place in the last column.
 * The tones differ in lightness, so that they are told apart in black and white too.
 */
public final class StackSvg {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 210;
    private static final int PLOT_RIGHT = 500;
    private static final int PLOT_TOP = 24;
    private static final int PLOT_BOTTOM = 176;
    private static final int MONTHS_AT = 190;
    private static final int YEARS_AT = 205;
    private static final double COLUMN_SHARE = 0.72;
    private static final int LINE = 14;

    private final StackChart chart;
    private final double top;
    private final Markup svg = new Markup();

    private StackSvg(StackChart chart) {
        this.chart = chart;
        top = chart.months().stream().mapToDouble(StackSvg::total).max().orElse(0);
    }

    private static double total(Month month) {
        return month.values().orElse(List.of()).stream().mapToDouble(it -> Math.max(0, it)).sum();
    }

    /** The markup of a chart. */
    public static String of(StackChart chart) {
        return new StackSvg(chart).drawn();
    }

    private String drawn() {
        svg.raw("<svg class=\"chart stack\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT);
        svg.raw("\" role=\"img\" aria-label=\"").text(chart.description()).raw("\">");
        for (int i = 0; i < chart.months().size(); i++) {
            drawMonth(i, chart.months().get(i));
        }
        svg.letters(
                "month",
                IntStream.range(0, chart.months().size()).mapToObj(this::middle).toList(),
                MONTHS_AT,
                chart.months().stream().map(Month::letter).toList());
        drawLabels();
        return svg.raw("</svg>").toString();
    }

    private void drawMonth(int index, Month month) {
        if (!month.year().isEmpty()) {
            double x = middle(index) - step() * COLUMN_SHARE / 2;
            svg.label("year", x, YEARS_AT, "start", month.year());
        }
        double below = 0;
        List<Double> values = month.values().orElse(List.of());
        for (int part = 0; part < values.size(); part++) {
            double value = Math.max(0, values.get(part));
            svg.raw("<rect class=\"part-" + part + "\" x=\"");
            svg.number(middle(index) - step() * COLUMN_SHARE / 2);
            svg.raw("\" y=\"").number(y(below + value));
            svg.raw("\" width=\"").number(step() * COLUMN_SHARE);
            svg.raw("\" height=\"").number(y(below) - y(below + value)).raw("\"/>");
            below += value;
        }
        boolean isEnd = index == chart.months().size() - 1 || total(month) == top;
        if (isEnd && !values.isEmpty()) {
            svg.label("label", middle(index), y(below) - 6, "middle", month.total());
        }
    }

    /** Beside the last column that is drawn, pushed apart where parts are thin. */
    private void drawLabels() {
        int last = chart.months().size() - 1;
        while (last >= 0 && chart.months().get(last).values().isEmpty()) {
            last--;
        }
        if (last < 0) {
            return;
        }
        List<Double> values = chart.months().get(last).values().orElseThrow();
        List<Double> places = new ArrayList<>();
        double below = 0;
        double free = PLOT_BOTTOM + LINE / 2.0;
        for (double value : values) {
            double wanted = y(below + Math.max(0, value) / 2) + 4;
            free = Math.min(wanted, free - LINE);
            places.add(free);
            below += Math.max(0, value);
        }
        for (int part = 0; part < values.size(); part++) {
            double y = places.get(part);
            svg.raw("<rect class=\"part-" + part + "\" x=\"" + (PLOT_RIGHT + 8) + "\" y=\"");
            svg.number(y - 9).raw("\" width=\"10\" height=\"10\"/>");
            svg.label("label", PLOT_RIGHT + 24, y, "start", chart.parts().get(part).label());
        }
    }

    private double step() {
        return (double) PLOT_RIGHT / chart.months().size();
    }

    private double middle(int index) {
        return step() * (index + 0.5);
    }

    private double y(double value) {
        double share = top == 0 ? 0 : value / top;
        return PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP);
    }
}
