package eu.wattpeil.kpi.value;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the organisation's figure of those of its parts.
 *
 * <p>A ratio is the sum of the numerators over the sum of the denominators, never a mean of ratios.
 * A sum is unknown as soon as one part is: what is missing is not 0. Coverage is weighted by what
 * the value is made of: by the denominators for a ratio, else by the amounts, completed where the
 * KPI completes them, so that the whole is completed by as much as its parts.
 */
public final class RollUp {

    private final Kpi kpi;
    private final List<ScopeFigure> parts;

    private RollUp(Kpi kpi, List<ScopeFigure> parts) {
        this.kpi = kpi;
        this.parts = parts;
    }

    /**
     * The figures with the organisation's one, which the model gives itself where its grain says
     * so. There always is one: of a month of which nothing is known it says that.
     */
    public static List<ScopeFigure> withOrganisation(Kpi kpi, List<ScopeFigure> figures) {
        if (figures.stream().anyMatch(ScopeFigure::isOfOrganisation)) {
            return figures;
        }
        List<ScopeFigure> all = new ArrayList<>();
        all.add(organisation(kpi, figures));
        all.addAll(figures);
        return all;
    }

    private static ScopeFigure organisation(Kpi kpi, List<ScopeFigure> figures) {
        String partKind = kpi.grain().get(0);
        List<ScopeFigure> parts = figures.stream().filter(it -> it.scope().isOf(partKind)).toList();
        boolean isGivenByModel = kpi.grain().contains(Scope.ORGANISATION_KIND);
        if (isGivenByModel || parts.isEmpty()) {
            return ScopeFigure.nothing();
        }
        if (parts.stream().allMatch(ScopeFigure::isEmpty)) {
            return ScopeFigure.unknown();
        }
        RollUp rollUp = new RollUp(kpi, parts);
        return parts.stream().anyMatch(rollUp::isUnknown) ? rollUp.unknown() : rollUp.whole();
    }

    private boolean isUnknown(ScopeFigure part) {
        return part.isEmpty()
                || part.hasUnknownPart()
                || part.numerator().isEmpty()
                || (kpi.isRatio() && part.denominator().isEmpty());
    }

    private ScopeFigure unknown() {
        double coverage = parts.stream().mapToDouble(ScopeFigure::knownShare).sum() / parts.size();
        return ScopeFigure.withUnknownPart(Valuation.rounded(coverage));
    }

    private ScopeFigure whole() {
        return switch (kpi.overScope()) {
            case RATIO, SUM ->
                    figure(
                            total(ScopeFigure::numerator),
                            kpi.isRatio() ? total(ScopeFigure::denominator) : Optional.empty(),
                            new Known(
                                    weighted(ScopeFigure::coverage),
                                    weighted(ScopeFigure::measuredShare)));
            case MAX ->
                    largest()
                            .map(
                                    it ->
                                            figure(
                                                    it.numerator(),
                                                    it.denominator(),
                                                    new Known(
                                                            lowestCoverage(), it.measuredShare())))
                            .orElseGet(ScopeFigure::nothing);
            case NONE -> ScopeFigure.nothing();
        };
    }

    private static ScopeFigure figure(
            Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Known known) {
        return new ScopeFigure(Scope.ORGANISATION, numerator, denominator, known, false);
    }

    private Optional<BigDecimal> total(Function<ScopeFigure, Optional<BigDecimal>> amount) {
        return parts.stream().map(part -> amount.apply(part).orElseThrow()).reduce(BigDecimal::add);
    }

    /** Empty where it is unknown for a part; a plain mean where all weights are 0. */
    private Optional<Double> weighted(Function<ScopeFigure, Optional<Double>> share) {
        if (parts.stream().anyMatch(part -> share.apply(part).isEmpty())) {
            return Optional.empty();
        }
        double weights = parts.stream().mapToDouble(this::weight).sum();
        double sum = 0;
        for (ScopeFigure part : parts) {
            sum += share.apply(part).orElseThrow() * (weights == 0 ? 1 : weight(part));
        }
        return Optional.of(Valuation.rounded(sum / (weights == 0 ? parts.size() : weights)));
    }

    /** What the part adds to the value. */
    private double weight(ScopeFigure part) {
        if (kpi.isRatio() && !kpi.isScaled()) {
            return part.denominator().orElseThrow().abs().doubleValue();
        }
        BigDecimal amount = part.numerator().orElseThrow();
        return Valuation.completed(kpi, amount, part.knownShare()).abs().doubleValue();
    }

    /** Of the parts that have a value; where all are divided by zero so is the whole. */
    private Optional<ScopeFigure> largest() {
        return parts.stream()
                .filter(part -> !isDividedByZero(part))
                .max(
                        (left, right) ->
                                Valuation.amount(kpi, left).compareTo(Valuation.amount(kpi, right)))
                .or(() -> parts.stream().findFirst());
    }

    private boolean isDividedByZero(ScopeFigure part) {
        return kpi.isRatio() && part.denominator().orElseThrow().signum() == 0;
    }

    private Optional<Double> lowestCoverage() {
        return parts.stream().map(ScopeFigure::knownShare).min(Double::compare);
    }
}
