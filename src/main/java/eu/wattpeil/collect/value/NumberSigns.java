package eu.wattpeil.collect.value;

/**
 * How numbers are written.
 *
 * @param decimal the decimal sign, a dot or a comma
 * @param thousands the sign between groups of three digits; a blank stands for any kind of blank,
 *     {@link #NONE} for no grouping
 */
public record NumberSigns(char decimal, char thousands) {

    /** No sign between groups. */
    public static final char NONE = '\0';

    public NumberSigns {
        if (decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException("decimal is \"" + decimal + "\", expected . or ,");
        }
        if (decimal == thousands) {
            throw new IllegalArgumentException(
                    "thousands is \"" + thousands + "\", expected another sign than decimal");
        }
    }

    /** A decimal sign without grouping. */
    public NumberSigns(char decimal) {
        this(decimal, NONE);
    }

    /** A number written this way, for messages. */
    String example() {
        return thousands == NONE ? "1234" + decimal + "5" : "1" + thousands + "234" + decimal + "5";
    }
}
