package eu.wattpeil.collect.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** The units in which readings are written, and what makes base units of them: W, Wh, L, m°C. */
public final class Units {

    private static final Map<String, Ratio> POWER =
            ordered("W", Ratio.ONE, "kW", Ratio.of(1_000, 1), "MW", Ratio.of(1_000_000, 1));

    /** One watt-hour is 3600 joules. */
    private static final Map<String, Ratio> ENERGY =
            ordered(
                    "Wh", Ratio.ONE,
                    "kWh", Ratio.of(1_000, 1),
                    "MWh", Ratio.of(1_000_000, 1),
                    "GWh", Ratio.of(1_000_000_000, 1),
                    "J", Ratio.of(1, 3_600),
                    "kJ", Ratio.of(1_000, 3_600),
                    "MJ", Ratio.of(1_000_000, 3_600),
                    "GJ", Ratio.of(1_000_000_000, 3_600));

    private static final Map<String, Ratio> VOLUME =
            ordered(
                    "L", Ratio.ONE,
                    "l", Ratio.ONE,
                    "dm3", Ratio.ONE,
                    "m3", Ratio.of(1_000, 1),
                    "m³", Ratio.of(1_000, 1));

    private static final Map<String, Ratio> TEMPERATURE =
            ordered(
                    "°C", Ratio.of(1_000, 1),
                    "C", Ratio.of(1_000, 1),
                    "degC", Ratio.of(1_000, 1),
                    "m°C", Ratio.ONE);

    private Units() {}

    /**
     * The units of a quantity, with their factors. A temperature is a momentary value ({@code
     * power}); volumes have no momentary value. Gas is energy, natural gas a volume of it. Empty
     * where the quantity has no readings of the kind.
     */
    public static Map<String, Ratio> of(String quantity, String kind) {
        boolean isMomentary = kind.equals("power");
        return switch (quantity) {
            case "electricity", "heat", "gas" -> isMomentary ? POWER : ENERGY;
            case "water", "diesel", "natural_gas" -> isMomentary ? Map.of() : VOLUME;
            case "temperature" -> isMomentary ? TEMPERATURE : Map.of();
            default -> Map.of();
        };
    }

    private static Map<String, Ratio> ordered(Object... pairs) {
        Map<String, Ratio> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], (Ratio) pairs[i + 1]);
        }
        return units;
    }
}
