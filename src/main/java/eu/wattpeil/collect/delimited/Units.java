package eu.wattpeil.collect.delimited;

import java.util.LinkedHashMap;
import java.util.Map;

/** The units in which readings are written, and what makes base units of them: W, Wh, L, m°C. */
final class Units {

    private static final Map<String, Factor> POWER =
            ordered("W", Factor.ONE, "kW", Factor.of(1_000, 1), "MW", Factor.of(1_000_000, 1));

    /** One watt-hour is 3600 joules. */
    private static final Map<String, Factor> ENERGY =
            ordered(
                    "Wh", Factor.ONE,
                    "kWh", Factor.of(1_000, 1),
                    "MWh", Factor.of(1_000_000, 1),
                    "GWh", Factor.of(1_000_000_000, 1),
                    "J", Factor.of(1, 3_600),
                    "kJ", Factor.of(1_000, 3_600),
                    "MJ", Factor.of(1_000_000, 3_600),
                    "GJ", Factor.of(1_000_000_000, 3_600));

    private static final Map<String, Factor> VOLUME =
            ordered(
                    "L", Factor.ONE,
                    "l", Factor.ONE,
                    "dm3", Factor.ONE,
                    "m3", Factor.of(1_000, 1),
                    "m³", Factor.of(1_000, 1));

    private static final Map<String, Factor> TEMPERATURE =
            ordered(
                    "°C", Factor.of(1_000, 1),
                    "C", Factor.of(1_000, 1),
                    "degC", Factor.of(1_000, 1),
                    "m°C", Factor.ONE);

    private Units() {}

    /**
     * The units of a quantity, with their factors. A temperature is a momentary value ({@code
     * power}); water has no momentary value. Empty where the quantity has no readings of the kind.
     */
    static Map<String, Factor> of(String quantity, String kind) {
        boolean isMomentary = kind.equals("power");
        return switch (quantity) {
            case "electricity", "heat", "gas" -> isMomentary ? POWER : ENERGY;
            case "water" -> isMomentary ? Map.of() : VOLUME;
            case "temperature" -> isMomentary ? TEMPERATURE : Map.of();
            default -> Map.of();
        };
    }

    private static Map<String, Factor> ordered(Object... pairs) {
        Map<String, Factor> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], (Factor) pairs[i + 1]);
        }
        return units;
    }
}
