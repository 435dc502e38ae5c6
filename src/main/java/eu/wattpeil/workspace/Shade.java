package eu.wattpeil.workspace;

import java.util.Locale;

/** Colours of one hue that are as light as others, and so stand out from all paper as those do. */
public final class Shade {

    /** Halvings after which a part of a colour no longer changes. */
    private static final int STEPS = 24;

    private Shade() {}

    /**
     * A colour mixed with white or black until it is as light as another one.
     *
     * @param colour six hexadecimal digits behind a number sign
     * @param like the same
     */
    public static String of(String colour, String like) {
        double wanted = Contrast.luminance(like);
        int towards = Contrast.luminance(colour) < wanted ? 255 : 0;
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double share = (low + high) / 2;
            boolean isTooLight = Contrast.luminance(mixed(colour, towards, share)) > wanted;
            if (isTooLight == (towards == 255)) {
                high = share;
            } else {
                low = share;
            }
        }
        return mixed(colour, towards, low);
    }

    private static String mixed(String colour, int with, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int at = 1; at < 7; at += 2) {
            int part = Integer.parseInt(colour.substring(at, at + 2), 16);
            long sum = Math.round(part + (with - part) * share);
            mixed.append(String.format(Locale.ROOT, "%02x", sum));
        }
        return mixed.toString();
    }
}
