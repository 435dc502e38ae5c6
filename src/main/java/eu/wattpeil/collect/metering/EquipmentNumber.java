package eu.wattpeil.collect.metering;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The number of a meter, as it stands on it. */
final class EquipmentNumber {

    private EquipmentNumber() {}

    /**
     * The number that a telegram tells: mostly in hexadecimal, two digits for each character. What
     * makes no letters and digits that way is the number itself.
     */
    static String of(String text) {
        if (text.length() % 2 == 1 || !text.matches("([0-9A-Fa-f]{2})+")) {
            return text;
        }
        String decoded =
                new String(HexFormat.of().parseHex(text), StandardCharsets.ISO_8859_1).strip();
        return decoded.matches("[A-Za-z0-9/_.-]+") ? decoded : text;
    }
}
