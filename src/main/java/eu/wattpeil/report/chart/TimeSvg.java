package eu.wattpeil.report.chart;

import eu.wattpeil.report.chart.TimeChart.Ahead;
import eu.wattpeil.report.chart.TimeChart.Forecast;
import eu.wattpeil.report.chart.TimeChart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws a chart of months as SVG: this year is solid, earlier ones are outlined, estimates hatched,
 * the target is a thin line, a forecast a dot with its interval, and a month without a value is a
 * gap. Colours come from the page by class; text takes the page's typeface.
 *
 * <p>Chart libraries for Java draw through the desktop toolkit: they need fonts on the server,
 * measure text with them, so that the same chart has other bytes elsewhere, and write their colours
 * into the shapes, out of reach of dark mode and print.
 */
public final class TimeSvg {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 132;
    private static final int MARGIN = 58;
    private static final int PLOT_TOP = 24;
    private static final int PLOT_BOTTOM = 98;
    private static final int MONTHS_AT = 112;
    private static final int YEARS_AT = 127;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final double COLUMN_SHARE = 0.68;

    /** A line keeps this share of its range free below and above it. */
    private static final double AIR = 0.08;

    /** About the width of a character of a label. */
    private static final double CHARACTER = 6;

    private final TimeChart chart;
    private final List<Point> points;
    private final boolean isColumns;
    private final double top;
    private final double bottom;
    private final Markup svg = new Markup();

    private TimeSvg(TimeChart chart) {
        this.chart = chart;
        points = chart.points();
        isColumns = chart.style() == TimeChart.Style.COLUMNS;
        List<Double> all =
                Stream.of(
                                points.stream().flatMap(point -> point.value().stream()),
                                points.stream().flatMap(point -> point.target().stream()),
                                chart.ahead().stream().flatMap(TimeSvg::levels))
                        .flatMap(levels -> levels)
                        .toList();
        double least = all.stream().min(Comparator.naturalOrder()).orElse(0.0);
        double most = all.stream().max(Comparator.naturalOrder()).orElse(0.0);
        double air = (most - least) * AIR;
        bottom = isColumns ? Math.min(0, least) : least - air;
        top = isColumns ? Math.max(0, most) : most + air;
    }

    private static Stream<Double> levels(Ahead ahead) {
        return Stream.concat(
                ahead.forecast().stream()
                        .flatMap(forecast -> Stream.of(forecast.low(), forecast.high())),
                ahead.target().stream());
    }

    /** The markup of a chart. */
    public static String of(TimeChart chart) {
        return new TimeSvg(chart).drawn();
    }

    private String drawn() {
        svg.raw("<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT);
        svg.raw("\" role=\"img\" aria-label=\"").text(chart.description()).raw("\">");
        drawHatch();
        drawMonths();
        if (isColumns) {
            drawColumns();
        } else {
            drawLine();
        }
        drawTarget();
        drawLabels();
        chart.ahead().ifPresent(this::drawAhead);
        return svg.raw("</svg>").toString();
    }

    private void drawHatch() {
        if (isColumns && points.stream().anyMatch(Point::isEstimate)) {
            svg.raw("<pattern id=\"" + hatchId() + "\" width=\"4\" height=\"4\"")
                    .raw(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                    .raw("<path class=\"hatch\" d=\"M1 0V4\"/></pattern>");
        }
    }

    private String hatchId() {
        return "hatch-" + Markup.escape(chart.id());
    }

    private void drawMonths() {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.isMeasureStart()) {
                svg.raw("<path class=\"measure\" d=\"M").number(left(i));
                svg.raw(" " + PLOT_TOP + "V" + (PLOT_BOTTOM + 4) + "\"/>");
            }
            if (!point.year().isEmpty()) {
                double x = middle(i) - step() * COLUMN_SHARE / 2;
                svg.label("year", x, YEARS_AT, "start", point.year());
            }
        }
        svg.letters(
                "month",
                IntStream.range(0, points.size()).mapToObj(this::middle).toList(),
                MONTHS_AT,
                points.stream().map(Point::month).toList());
    }

    private void drawColumns() {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.value().isPresent()) {
                drawColumn(point, i, point.value().get());
            }
        }
        drawAxis();
    }

    /** Under the columns alone: a month that is not known is a gap in it. */
    private void drawAxis() {
        svg.raw("<path class=\"axis\" d=\"");
        for (int i = 0; i < points.size(); i++) {
            boolean isKnown = points.get(i).value().isPresent();
            boolean goesOn = i > 0 && points.get(i - 1).value().isPresent();
            if (isKnown && !goesOn) {
                svg.raw("M").number(left(i)).raw(" ").number(y(0));
            }
            boolean isEnd = i == points.size() - 1 || points.get(i + 1).value().isEmpty();
            if (isKnown && isEnd) {
                svg.raw("H").number(left(i + 1));
            }
        }
        svg.raw("\"/>");
    }

    private void drawColumn(Point point, int index, double value) {
        double width = step() * COLUMN_SHARE;
        svg.raw("<rect class=\"" + (point.isThisYear() ? "now" : "past"));
        if (point.isEstimate()) {
            svg.raw(" estimate\" style=\"fill:url(#" + hatchId() + ")");
        }
        svg.raw("\" x=\"").number(middle(index) - width / 2);
        svg.raw("\" y=\"").number(Math.min(y(value), y(0)));
        svg.raw("\" width=\"").number(width);
        svg.raw("\" height=\"").number(Math.abs(y(value) - y(0)));
        svg.raw("\"/>");
    }

    private void drawLine() {
        svg.raw("<path class=\"line\" d=\"");
        boolean isContinued = false;
        for (int i = 0; i < points.size(); i++) {
            Optional<Double> value = points.get(i).value();
            if (value.isPresent()) {
                svg.raw(isContinued ? "L" : "M").number(middle(i)).raw(" ").number(y(value.get()));
            }
            isContinued = value.isPresent();
        }
        svg.raw("\"/>");
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).value().isPresent()) {
                drawDot(i, points.get(i));
            }
        }
    }

    private void drawDot(int index, Point point) {
        boolean isLast = index == points.size() - 1;
        svg.raw("<circle class=\"" + (point.isEstimate() ? "dot open" : "dot"));
        svg.raw("\" cx=\"").number(middle(index));
        svg.raw("\" cy=\"").number(y(point.value().orElseThrow()));
        svg.raw("\" r=\"" + (isLast ? "3.5" : "2") + "\"/>");
    }

    private void drawTarget() {
        int[] known =
                IntStream.range(0, points.size())
                        .filter(index -> points.get(index).target().isPresent())
                        .toArray();
        if (known.length == 0) {
            return;
        }
        svg.raw("<path class=\"target\" d=\"");
        int previous = Integer.MIN_VALUE;
        for (int index : known) {
            boolean isContinued = index == previous + 1;
            svg.raw(isContinued ? "L" : "M");
            svg.number(isContinued ? middle(index) : left(index)).raw(" ");
            svg.number(y(points.get(index).target().orElseThrow()));
            previous = index;
        }
        svg.raw("H").number(left(previous + 1) + 3).raw("\"/>");
        if (chart.ahead().isEmpty()) {
            double end = y(points.get(previous).target().orElseThrow());
            svg.label("aim", left(previous + 1) + 6, end + 3.5, "start", chart.target());
        }
    }

    /** The last month, the highest, the lowest of a line, and the same month of last year. */
    private void drawLabels() {
        List<Integer> known =
                IntStream.range(0, points.size())
                        .filter(index -> points.get(index).value().isPresent())
                        .boxed()
                        .toList();
        if (known.isEmpty()) {
            return;
        }
        Comparator<Integer> byValue =
                Comparator.comparing(index -> points.get(index).value().orElseThrow());
        List<Integer> wanted = new ArrayList<>();
        wanted.add(known.get(known.size() - 1));
        wanted.add(known.stream().max(byValue).orElseThrow());
        if (!isColumns) {
            wanted.add(known.stream().min(byValue).orElseThrow());
        }
        known.stream()
                .filter(index -> index == points.size() - 1 - MONTHS_OF_A_YEAR)
                .forEach(wanted::add);
        List<Integer> drawn = new ArrayList<>();
        for (int index : wanted) {
            if (drawn.stream().noneMatch(other -> isTooNear(index, other))) {
                drawLabel(index, !isColumns && drawn.size() == 2 && wanted.get(2) == index);
                drawn.add(index);
            }
        }
    }

    private boolean isTooNear(int index, int other) {
        int length = points.get(index).number().length() + points.get(other).number().length();
        return Math.abs(middle(index) - middle(other)) < length * CHARACTER / 2 + 2;
    }

    private void drawLabel(int index, boolean isBelow) {
        Point point = points.get(index);
        double value = point.value().orElseThrow();
        boolean isLast = index == points.size() - 1;
        double half = point.number().length() * CHARACTER / 2;
        boolean isAtLeft = middle(index) < half;
        boolean isAtRight = middle(index) + half > plotRight();
        String anchor = isAtLeft ? "start" : isAtRight ? "end" : "middle";
        double x = isAtLeft ? 0 : isAtRight ? plotRight() : middle(index);
        double upper = isColumns ? Math.min(y(value), y(0)) : y(value);
        double y = isBelow ? upper + 14 : Math.max(upper - 6, 10);
        svg.label(isLast ? "label last" : "label", x, y, anchor, point.number());
    }

    /** The higher of forecast and target has its label above, the lower one below. */
    private void drawAhead(Ahead ahead) {
        double x = plotRight() + MARGIN * 0.6;
        boolean isForecastAbove =
                ahead.target().isEmpty()
                        || ahead.forecast()
                                .filter(forecast -> forecast.value() > ahead.target().get())
                                .isPresent();
        svg.label("year", x, YEARS_AT, "middle", ahead.label());
        ahead.forecast().ifPresent(forecast -> drawForecast(forecast, x, isForecastAbove));
        ahead.target()
                .ifPresent(
                        target -> {
                            svg.raw("<path class=\"target\" d=\"M").number(x - 12).raw(" ");
                            svg.number(y(target)).raw("H").number(x + 12).raw("\"/>");
                            double beside = isForecastAbove ? below(target) : above(target);
                            svg.label("aim", x, beside, "middle", chart.target());
                        });
    }

    private void drawForecast(Forecast forecast, double x, boolean isAbove) {
        svg.raw("<path class=\"interval\" d=\"M").number(x).raw(" ").number(y(forecast.low()));
        svg.raw("V").number(y(forecast.high())).raw("\"/><circle class=\"dot ahead\" cx=\"");
        svg.number(x).raw("\" cy=\"").number(y(forecast.value())).raw("\" r=\"3.5\"/>");
        double beside = isAbove ? above(forecast.high()) : below(forecast.low());
        svg.label("label", x, beside, "middle", forecast.number());
    }

    private double above(double value) {
        return Math.max(y(value) - 5, 10);
    }

    private double below(double value) {
        return Math.min(y(value) + 12, MONTHS_AT);
    }

    private double plotRight() {
        boolean isTargeted = points.stream().anyMatch(point -> point.target().isPresent());
        return isTargeted || chart.ahead().isPresent() ? WIDTH - MARGIN : WIDTH;
    }

    private double step() {
        return plotRight() / points.size();
    }

    private double left(int index) {
        return step() * index;
    }

    private double middle(int index) {
        return step() * (index + 0.5);
    }

    private double y(double value) {
        double range = top - bottom;
        double share = range == 0 ? 0.5 : (value - bottom) / range;
        return PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP);
    }
}
