package eu.wattpeil.collect.metering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ReadingType of ESPI says of readings, in the codes of its schema.
 *
 * @param fields its elements by their names
 * @see <a
 *     href="https://github.com/GreenButtonAlliance/OpenESPI-Common-java/blob/master/etc/espiDerived.xsd">its
 *     schema</a>
 */
record ReadingType(Map<String, String> fields) {

    /** Which codes the energy of electricity in an interval has; where an element is absent, 0. */
    private static final List<Condition> CONDITIONS =
            List.of(
                    new Condition("uom", Set.of("72"), "72 (Wh)"),
                    new Condition("commodity", Set.of("0", "1", "2"), "1 or 2 (electricity)"),
                    new Condition("kind", Set.of("0", "12"), "12 (energy)"),
                    new Condition(
                            "accumulationBehaviour",
                            Set.of("0", "4"),
                            "4 (what was used in the interval)"),
                    new Condition("dataQualifier", Set.of("0", "12"), "12 (as it was measured)"),
                    new Condition(
                            "flowDirection",
                            Set.of("0", "1", "4", "19", "20"),
                            "1 (delivered), 19 (returned), 4 (net) or 20 (total)"));

    private static final int MOST_POWER = 12;

    private record Condition(String field, Set<String> codes, String meaning) {}

    /**
     * A code that is another one than is read.
     *
     * @param code empty where it is none, and may hold anything
     * @param expected in words that finish "expected …"
     */
    record Other(String field, String code, String expected) {

        Other {
            code = code.matches("\\d{1,5}") ? code : "";
        }
    }

    /** Why its readings are of something else; empty where they are energy of electricity. */
    Optional<Other> other() {
        return CONDITIONS.stream()
                .filter(it -> !it.codes().contains(code(it.field())))
                .findFirst()
                .map(it -> new Other(it.field(), code(it.field()), it.meaning()));
    }

    /** Whether it says in which unit its readings are. */
    boolean hasUnit() {
        return fields.containsKey("uom");
    }

    /** Whether it says itself that it is of electricity. */
    boolean isOfElectricity() {
        return !code("commodity").equals("0");
    }

    /** Which way the energy goes. */
    Flow flow() {
        return switch (code("flowDirection")) {
            case "19" -> Flow.INJECTION;
            case "4" -> Flow.NET;
            case "20" -> Flow.TOTAL;
            default -> Flow.OFFTAKE;
        };
    }

    /** What values are multiplied by; empty where that is no power of ten. */
    Optional<BigDecimal> factor() {
        String power = code("powerOfTenMultiplier");
        boolean isPower =
                power.matches("[+-]?\\d{1,2}") && Math.abs(Integer.parseInt(power)) <= MOST_POWER;
        return isPower
                ? Optional.of(BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(power)))
                : Optional.empty();
    }

    /** How long intervals are that do not say it themselves, as it is written; else empty. */
    String intervalLength() {
        return fields.getOrDefault("intervalLength", "");
    }

    /** The quality of readings that tell none, as it is written; else empty. */
    String defaultQuality() {
        return fields.getOrDefault("defaultQuality", "");
    }

    /** The text of an element; 0, which stands for nothing in each of them, where it is absent. */
    String code(String field) {
        return fields.getOrDefault(field, "0");
    }
}
