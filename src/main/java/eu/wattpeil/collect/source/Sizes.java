package eu.wattpeil.collect.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of documents as definitions write them. */
public final class Sizes {

    /** What is expected, in words that finish "expected …". */
    public static final String EXPECTED = "a size such as 500 kB, 64 MB or 2 GB";

    /** In bytes. */
    public static final long MEGABYTE = 1_000_000;

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?(kB|MB|GB)");

    private Sizes() {}

    /**
     * The bytes of a size.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException(text);
        }
        long unit =
                switch (size.group(2)) {
                    case "kB" -> MEGABYTE / 1000;
                    case "MB" -> MEGABYTE;
                    default -> MEGABYTE * 1000;
                };
        return Long.parseLong(size.group(1)) * unit;
    }
}
