package eu.wattpeil.collect.suggest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * In which unit the values of a metric are, as its name says it by the custom of Prometheus
 * (https://prometheus.io/docs/practices/naming/).
 *
 * @param unit {@code TODO} where the name does not say it
 * @param factor from the values to the unit
 */
record MetricUnit(String unit, String factor, String kind) {

    static final String TODO = "TODO";

    private record Ending(Pattern name, MetricUnit unit) {

        Ending(String words, String unit, String factor, String kind) {
            this(
                    Pattern.compile("(?i)(^|.*[_. -])(" + words + ")([_. -](total|sum|current))?"),
                    new MetricUnit(unit, factor, kind));
        }
    }

    private static final List<Ending> ENDINGS =
            List.of(
                    new Ending("watts?|w", "W", "1", "power"),
                    new Ending("kilowatts?|kw", "kW", "1", "power"),
                    new Ending("milliwatts?", "W", "0.001", "power"),
                    new Ending("microwatts?", "W", "0.000001", "power"),
                    new Ending("joules?", "J", "1", "counter"),
                    new Ending("microjoules?", "J", "0.000001", "counter"),
                    new Ending("wh|watt[_ -]?hours?", "Wh", "1", "counter"),
                    new Ending("kwh|kilowatt[_ -]?hours?", "kWh", "1", "counter"));

    /** That of a metric. */
    static MetricUnit of(String name) {
        return ENDINGS.stream()
                .filter(ending -> ending.name().matcher(name).matches())
                .map(Ending::unit)
                .findFirst()
                .orElse(new MetricUnit(TODO, "1", TODO));
    }

    /** Says them of a value; what the name leaves open is a doubt. */
    void putTo(Map<String, Object> value, String name, Draft draft) {
        value.put("unit", unit);
        if (!factor.equals("1")) {
            value.put("factor", new BigDecimal(factor));
        }
        value.put("kind", kind);
        if (unit.equals(TODO)) {
            draft.doubt(
                    "value: nothing tells the unit of "
                            + Draft.text(name)
                            + ", nor whether it is a counter, power or energy per interval: write"
                            + " them in place of TODO, or leave it out");
        } else if (kind.equals("counter")) {
            draft.doubt("kind: " + Draft.text(name) + " is taken for a counter that only grows");
        }
    }
}
