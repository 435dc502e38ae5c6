package eu.wattpeil.collect.source;

import java.util.Locale;

/** How a file is packed, as the ending of its name says. */
enum Packing {
    NONE,
    GZ,
    ZST,
    ZIP;

    static Packing of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "gz" -> GZ;
            case "zst" -> ZST;
            case "zip" -> ZIP;
            default -> NONE;
        };
    }
}
