package eu.wattpeil.workspace;

/** How far colours stand out from each other, as WCAG 2.2 defines it. */
public final class Contrast {

    /** Of text (1.4.3). */
    public static final double OF_TEXT = 4.5;

    /** Of what a chart is made of (1.4.11). */
    static final double OF_CHARTS = 3;

    private Contrast() {}

    /**
     * The ratio of two colours, from 1 to 21.
     *
     * @param one six hexadecimal digits behind a number sign
     */
    public static double of(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** How light a colour is, from 0 to 1. */
    static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
