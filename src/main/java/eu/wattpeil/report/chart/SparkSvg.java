package eu.wattpeil.report.chart;

import eu.wattpeil.report.chart.TimeChart.Point;
import java.util.List;

/**
 * Draws the months of a chart as a line as small as a word. It stands beside its number and says
 * nothing that is not said elsewhere.
 */
public final class SparkSvg {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 24;
    private static final int AIR = 3;

    private final List<Point> points;
    private final double least;
    private final double most;

    private SparkSvg(List<Point> points) {
        this.points = points;
        List<Double> values = points.stream().flatMap(it -> it.value().stream()).toList();
        least = values.stream().min(Double::compare).orElse(0.0);
        most = values.stream().max(Double::compare).orElse(0.0);
    }

    /** The markup of the months. */
    public static String of(List<Point> points) {
        return new SparkSvg(points).drawn();
    }

    private String drawn() {
        Markup svg = new Markup();
        svg.raw("<svg class=\"spark\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT);
        svg.raw("\" aria-hidden=\"true\"><path d=\"");
        boolean isContinued = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).value().isPresent()) {
                double value = points.get(i).value().get();
                svg.raw(isContinued ? "L" : "M").number(x(i)).raw(" ").number(y(value));
            }
            isContinued = points.get(i).value().isPresent();
        }
        svg.raw("\"/>");
        int last = points.size() - 1;
        points.get(last)
                .value()
                .ifPresent(
                        value ->
                                svg.raw("<circle r=\"2.5\" cx=\"")
                                        .number(x(last))
                                        .raw("\" cy=\"")
                                        .number(y(value))
                                        .raw("\"/>"));
        return svg.raw("</svg>").toString();
    }

    private double x(int index) {
        return AIR + (WIDTH - 2.0 * AIR) * index / Math.max(1, points.size() - 1);
    }

    private double y(double value) {
        return most == least
                ? HEIGHT / 2.0
                : HEIGHT - AIR - (HEIGHT - 2.0 * AIR) * (value - least) / (most - least);
    }
}
