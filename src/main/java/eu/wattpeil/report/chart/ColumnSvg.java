package eu.wattpeil.report.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws a column chart as SVG: this year is solid, earlier ones are outlined, estimates hatched,
 * the target is a thin line, and a month without a value is a gap in the axis. Colours come from
 * the page by class; text takes the page's typeface.
 *
 * <p>Chart libraries for Java draw through the desktop toolkit: they need fonts on the server,
 * measure text with them, so that the same chart has other bytes elsewhere, and write their colours
 * into the shapes, out of reach of dark mode and print.
 */
public final class ColumnSvg {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 132;
    private static final int PLOT_RIGHT = 312;
    private static final int PLOT_TOP = 22;
    private static final int PLOT_BOTTOM = 98;
    private static final int MONTHS_AT = 112;
    private static final int YEARS_AT = 127;
    private static final double COLUMN_SHARE = 0.68;
    private static final int TENTHS = 10;

    private final ColumnChart chart;
    private final List<ColumnChart.Column> columns;

    private ColumnSvg(ColumnChart chart) {
        this.chart = chart;
        this.columns = chart.columns();
    }

    /** The markup of a chart. */
    public static String of(ColumnChart chart) {
        return new ColumnSvg(chart).svg();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder(4096);
        svg.append("<svg class=\"chart\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
        svg.append("\" role=\"img\" aria-label=\"")
                .append(escape(chart.description()))
                .append("\">");
        appendHatch(svg);
        for (int i = 0; i < columns.size(); i++) {
            appendColumn(svg, i);
        }
        appendTarget(svg);
        return svg.append("</svg>").toString();
    }

    private void appendHatch(StringBuilder svg) {
        if (columns.stream().noneMatch(ColumnChart.Column::isEstimate)) {
            return;
        }
        svg.append("<pattern id=\"")
                .append(hatchId())
                .append("\" width=\"4\" height=\"4\"")
                .append(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append("<path class=\"hatch\" d=\"M1 0V4\"/></pattern>");
    }

    private String hatchId() {
        return "hatch-" + escape(chart.id());
    }

    private void appendColumn(StringBuilder svg, int index) {
        ColumnChart.Column column = columns.get(index);
        if (column.isMeasureStart()) {
            String left = tenths(left(index));
            svg.append("<path class=\"measure\" d=\"M")
                    .append(left)
                    .append(' ')
                    .append(PLOT_TOP)
                    .append('V')
                    .append(PLOT_BOTTOM + 4)
                    .append("\"/>");
        }
        column.value().ifPresent(value -> appendBar(svg, column, index, value));
        appendText(svg, "month", middle(index), MONTHS_AT, "middle", column.month());
        if (!column.year().isEmpty()) {
            double x = middle(index) - step() * COLUMN_SHARE / 2;
            appendText(svg, "year", x, YEARS_AT, "start", column.year());
        }
    }

    private void appendBar(StringBuilder svg, ColumnChart.Column column, int index, double value) {
        double width = step() * COLUMN_SHARE;
        double x = middle(index) - width / 2;
        double upper = Math.min(y(value), y(0));
        double height = Math.abs(y(value) - y(0));
        String kind = column.isThisYear() ? "now" : "past";
        svg.append("<rect class=\"").append(kind);
        if (column.isEstimate()) {
            svg.append(" estimate\" style=\"fill:url(#").append(hatchId()).append(')');
        }
        svg.append("\" x=\"").append(tenths(x)).append("\" y=\"").append(tenths(upper));
        svg.append("\" width=\"").append(tenths(width)).append("\" height=\"");
        svg.append(tenths(height)).append("\"/><path class=\"axis\" d=\"M");
        svg.append(tenths(left(index))).append(' ').append(tenths(y(0))).append('H');
        svg.append(tenths(left(index + 1))).append("\"/>");
        if (!column.label().isEmpty()) {
            boolean isLast = index == columns.size() - 1;
            String anchor = index == 0 ? "start" : "middle";
            double at = index == 0 ? x : middle(index);
            String style = isLast ? "label last" : "label";
            appendText(svg, style, at, Math.max(upper - 5, 10), anchor, column.label());
        }
    }

    private void appendTarget(StringBuilder svg) {
        int[] known =
                IntStream.range(0, columns.size())
                        .filter(index -> columns.get(index).target().isPresent())
                        .toArray();
        if (known.length == 0) {
            return;
        }
        svg.append("<path class=\"target\" d=\"");
        int previous = Integer.MIN_VALUE;
        for (int index : known) {
            double y = y(columns.get(index).target().orElseThrow());
            boolean isContinued = index == previous + 1;
            svg.append(isContinued ? 'L' : 'M');
            svg.append(tenths(isContinued ? middle(index) : left(index))).append(' ');
            svg.append(tenths(y));
            previous = index;
        }
        double end = y(columns.get(previous).target().orElseThrow());
        svg.append('H').append(tenths(left(previous + 1) + 4));
        svg.append("\"/>");
        appendText(svg, "aim", left(previous + 1) + 7, end + 3.5, "start", chart.target());
    }

    private static void appendText(
            StringBuilder svg, String style, double x, double y, String anchor, String text) {
        svg.append("<text class=\"").append(style).append("\" x=\"").append(tenths(x));
        svg.append("\" y=\"").append(tenths(y)).append("\" text-anchor=\"").append(anchor);
        svg.append("\">").append(escape(text)).append("</text>");
    }

    private double step() {
        return (double) PLOT_RIGHT / columns.size();
    }

    private double left(int index) {
        return step() * index;
    }

    private double middle(int index) {
        return step() * (index + 0.5);
    }

    private double y(double value) {
        double range = chart.top() - chart.bottom();
        double share = range == 0 ? 0 : (value - chart.bottom()) / range;
        return PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP);
    }

    /** With one decimal, by whole numbers: the same text on every Java. */
    private static String tenths(double length) {
        long tenths = Math.round(length * TENTHS);
        long whole = Math.abs(tenths) / TENTHS;
        long rest = Math.abs(tenths) % TENTHS;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
