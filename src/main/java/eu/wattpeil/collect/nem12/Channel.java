package eu.wattpeil.collect.nem12;

import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.store.Text;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a record 200 says of the days below it.
 *
 * @param meterKey connection and suffix
 * @param minutes that each interval has
 * @param energy reads its values, in thousandths of a Wh; empty where they are no energy
 */
record Channel(Text meterKey, int minutes, Optional<DecimalText> energy) {

    static final int MINUTES_PER_DAY = 1440;

    private static final int MINUTES_PER_HOUR = 60;
    private static final int DECIMALS = 3;

    private static final Ratio KILO = Ratio.of(1_000, 1);
    private static final Ratio MEGA = Ratio.of(1_000_000, 1);

    /** What else is measured, and is not energy: reactive and apparent power, voltage, current. */
    private static final Set<String> NO_ENERGY =
            Set.of(
                    "varh", "kvarh", "mvarh", "var", "kvar", "mvar", "w", "kw", "mw", "vah", "kvah",
                    "mvah", "va", "kva", "mva", "v", "kv", "a", "ka", "pf");

    /** Whether a text is a unit of the specification; files write them in any case. */
    static boolean isUnit(String unit) {
        return energyOf(unit).isPresent() || NO_ENERGY.contains(unit.toLowerCase(Locale.ROOT));
    }

    /** Whether a number of minutes parts an hour into intervals. */
    static boolean isLength(String minutes) {
        return minutes.matches("[1-9]\\d?") && MINUTES_PER_HOUR % Integer.parseInt(minutes) == 0;
    }

    /**
     * The channel of a connection.
     *
     * @param unit one that {@link #isUnit}
     * @param minutes a number that {@link #isLength}
     */
    static Channel of(String connection, String suffix, String unit, String minutes) {
        return new Channel(
                Text.of(connection + "-" + suffix),
                Integer.parseInt(minutes),
                energyOf(unit)
                        .map(
                                factor ->
                                        DecimalText.of(
                                                new NumberSigns('.'),
                                                StandardCharsets.UTF_8,
                                                DECIMALS,
                                                factor)));
    }

    private static Optional<Ratio> energyOf(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "wh" -> Optional.of(Ratio.ONE);
            case "kwh" -> Optional.of(KILO);
            case "mwh" -> Optional.of(MEGA);
            default -> Optional.empty();
        };
    }

    /** How many intervals a day has. */
    int intervals() {
        return MINUTES_PER_DAY / minutes;
    }
}
