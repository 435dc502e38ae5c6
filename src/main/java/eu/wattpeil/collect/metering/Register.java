package eu.wattpeil.collect.metering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A register of a meter: a flow, and which part of it.
 *
 * @param flow which way the energy goes
 * @param rate which part; the rates of a flow add up to it
 */
record Register(Flow flow, Rate rate) {

    /** Which part of a flow a register counts. */
    enum Rate {
        /** All of it: gas meters. */
        ALL,
        DAY,
        NIGHT,
        /** All of the active energy: the large connections (AMR). */
        ACTIVE,
        /** Inductive or capacitive: no energy. */
        REACTIVE
    }

    /** The register of a name such as {@code Afname Dag} or {@code Offtake Day}, or null. */
    static @Nullable Register of(String name) {
        int blank = name.lastIndexOf(' ');
        Flow whole = Flow.of(name);
        if (whole != null || blank < 0) {
            return whole == null ? null : new Register(whole, Rate.ALL);
        }
        Flow flow = Flow.of(name.substring(0, blank));
        Rate rate = rate(name.substring(blank + 1));
        return flow == null || rate == null ? null : new Register(flow, rate);
    }

    private static @Nullable Rate rate(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "dag", "day" -> Rate.DAY;
            case "nacht", "night" -> Rate.NIGHT;
            case "actief", "active" -> Rate.ACTIVE;
            case "inductief", "capacitief", "reactief" -> Rate.REACTIVE;
            case "inductive", "capacitive", "reactive" -> Rate.REACTIVE;
            default -> null;
        };
    }
}
