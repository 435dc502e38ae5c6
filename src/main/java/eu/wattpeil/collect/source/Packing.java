package eu.wattpeil.collect.source;

import java.util.Locale;

/** How a file is packed, as the ending of its name says. */
enum Packing {
    NONE,
    GZ,
    ZST,
    ZIP,
    TAR,
    TAR_GZ,
    TAR_ZST;

    static Packing of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
            return TAR_GZ;
        }
        if (lower.endsWith(".tar.zst") || lower.endsWith(".tzst")) {
            return TAR_ZST;
        }
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "gz" -> GZ;
            case "zst" -> ZST;
            case "zip" -> ZIP;
            case "tar" -> TAR;
            default -> NONE;
        };
    }

    /** Whether it holds several documents. */
    boolean isArchive() {
        return this == ZIP || this == TAR || this == TAR_GZ || this == TAR_ZST;
    }

    /** How the bytes of the whole are packed, whatever they hold. */
    Packing stream() {
        return switch (this) {
            case GZ, TAR_GZ -> GZ;
            case ZST, TAR_ZST -> ZST;
            case NONE, ZIP, TAR -> NONE;
        };
    }
}
