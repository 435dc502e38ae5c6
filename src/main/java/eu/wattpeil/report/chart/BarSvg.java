package eu.wattpeil.report.chart;

/** Draws a bar of a row, as wide as its place, with the line that all rows of a table share. */
public final class BarSvg {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 5;

    /** The line goes on into the rows above and below. */
    private static final int OVER = 2;

    private BarSvg() {}

    /**
     * The markup; a table beside it tells the same.
     *
     * @param share of the width, 0 to 1
     * @param line where the line stands, 0 to 1; below 0 for none
     */
    public static String of(double share, double line) {
        Markup svg = new Markup();
        svg.raw("<svg class=\"chart bar\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT);
        svg.raw("\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        if (share > 0) {
            svg.raw("<rect class=\"now\" x=\"0\" y=\"" + MARGIN + "\" width=\"");
            svg.number(share * WIDTH);
            svg.raw("\" height=\"" + (HEIGHT - 2 * MARGIN) + "\"/>");
        }
        if (line >= 0) {
            svg.raw("<path class=\"target\" d=\"M").number(line * WIDTH);
            svg.raw(" -" + OVER + "V" + (HEIGHT + OVER) + "\"/>");
        }
        return svg.raw("</svg>").toString();
    }
}
