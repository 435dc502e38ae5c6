package eu.wattpeil.workspace;

import java.util.Optional;

/**
 * The organisation's own look: {@code look} of {@code config/wattpeil.yaml}. What is empty is as it
 * comes with Wattpeil.
 *
 * @param logo that stands above its name
 * @param accent of names and of what has the focus
 * @param charts of columns and lines
 */
public record OwnLook(Optional<Logo> logo, Optional<Tones> accent, Optional<Tones> charts) {

    /** As everything comes with Wattpeil. */
    public static final OwnLook DEFAULT =
            new OwnLook(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A colour.
     *
     * @param light on light paper, such as {@code #14557b}
     * @param dark on dark paper
     */
    public record Tones(String light, String dark) {}

    /**
     * A picture.
     *
     * @param type {@code image/png} or {@code image/jpeg}
     * @param base64 its bytes
     * @param width in points of the picture
     * @param height in the same
     */
    public record Logo(String type, String base64, int width, int height) {

        /** The picture as an address of its own, so that nothing is loaded. */
        public String address() {
            return "data:" + type + ";base64," + base64;
        }
    }
}
