package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came after a month was published, and would change too little for a new edition: the closing
 * register of a month, say, stands in the file of the next one. It is measured against the edition
 * that is shown, so that many small changes become one large one.
 *
 * @param documents that the edition had not seen
 * @param figures that would be another one
 * @param largest the figure that would change most, of these
 */
public record LaterChange(int documents, int figures, Largest largest) {

    private static final String LARGEST = "largest";

    /** A figure as it was published and as it would be. */
    public record Largest(Series series, double published, double now) {

        /** The change as a share of the published value; 0 where both are 0. */
        public double share() {
            return relative(published, now);
        }
    }

    /** What {@link #json()} has written. */
    static LaterChange of(JsonNode json) {
        JsonNode largest = json.path(LARGEST);
        Series series =
                new Series(
                        largest.path("kpi_id").asString(),
                        new Scope(
                                largest.path("scope_kind").asString(),
                                largest.path("scope_id").asString()),
                        Period.of(largest.path("period").asString()));
        return new LaterChange(
                json.path("documents").asInt(),
                json.path("figures").asInt(),
                new Largest(
                        series,
                        largest.path("published").asDouble(),
                        largest.path("now").asDouble()));
    }

    /** The change as it is kept beside the edition. */
    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("documents", documents).put("figures", figures);
        Series series = largest.series();
        json.putObject(LARGEST)
                .put("kpi_id", series.kpiId())
                .put("period", series.period().code())
                .put("scope_kind", series.scope().kind())
                .put("scope_id", series.scope().id())
                .put("published", largest.published())
                .put("now", largest.now());
        return json;
    }

    /** A figure of one edition beside the same one as it would be. */
    private record Pair(KpiValue published, KpiValue now) {

        private boolean isChanged() {
            return !published.value().equals(now.value());
        }

        /** A value that comes or goes, or has another reason or other factors, is another one. */
        private boolean isMaterial(double threshold) {
            return published.value().isPresent() != now.value().isPresent()
                    || !published.reason().equals(now.reason())
                    || !published.factorIds().equals(now.factorIds())
                    || published.isProvisional() != now.isProvisional()
                    || !published.unit().equals(now.unit())
                    || share() > threshold
                    || isMaterial(KpiValue::numerator, threshold)
                    || isMaterial(KpiValue::denominator, threshold);
        }

        /**
         * A known amount grows with what is known of it: it is another one where it also is when
         * both are completed.
         */
        private boolean isMaterial(
                Function<KpiValue, Optional<BigDecimal>> amount, double threshold) {
            Optional<BigDecimal> before = amount.apply(published);
            Optional<BigDecimal> after = amount.apply(now);
            if (before.isEmpty() || after.isEmpty()) {
                return before.isPresent() != after.isPresent();
            }
            double old = before.get().doubleValue();
            double fresh = after.get().doubleValue();
            return relative(old, fresh) > threshold
                    && relative(old / covered(published), fresh / covered(now)) > threshold;
        }

        private static double covered(KpiValue value) {
            return value.coverage().filter(share -> share > 0).orElse(1.0);
        }

        private double share() {
            return published.value().isPresent() && now.value().isPresent()
                    ? relative(published.value().get(), now.value().get())
                    : 0;
        }

        private Largest largest() {
            return new Largest(
                    published.series(), published.value().orElse(0.0), now.value().orElse(0.0));
        }
    }

    /**
     * The change from what was published to what would be; empty where it is material. How much of
     * a value is known or measured may differ: that alone changes no figure.
     *
     * @param threshold share of a published amount above which its change is material
     * @param documents that the edition had not seen
     */
    static Optional<LaterChange> between(
            List<KpiValue> published, List<KpiValue> now, double threshold, int documents) {
        Map<Series, KpiValue> computed =
                now.stream().collect(Collectors.toMap(KpiValue::series, Function.identity()));
        List<Pair> pairs = new ArrayList<>();
        for (KpiValue value : published) {
            KpiValue same = computed.get(value.series());
            if (same != null) {
                pairs.add(new Pair(value, same));
            }
        }
        boolean isAnotherList =
                pairs.isEmpty() || pairs.size() != published.size() || pairs.size() != now.size();
        if (isAnotherList || pairs.stream().anyMatch(pair -> pair.isMaterial(threshold))) {
            return Optional.empty();
        }
        Largest largest =
                pairs.stream()
                        .max(Comparator.comparingDouble(Pair::share))
                        .map(Pair::largest)
                        .orElseThrow();
        int figures = (int) pairs.stream().filter(Pair::isChanged).count();
        return Optional.of(new LaterChange(documents, figures, largest));
    }

    private static double relative(double before, double after) {
        return before == after ? 0 : Math.abs(after - before) / Math.abs(before);
    }
}
