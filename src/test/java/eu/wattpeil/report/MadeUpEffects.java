package eu.wattpeil.report;

import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Effects of the measures of Waterdam, with what a year of them comes to. */
public final class MadeUpEffects {

    /** 36.5 kWh less a day, at 0.27 euros and 0.125 kilograms of CO2 equivalents a kWh. */
    public static final Effect SERVERS =
            servers(
                    Optional.of(
                            impact(
                                    amount("EUR", -3597.075, -3656.205, -3537.945),
                                    amount("kgCO2e", -1665.3125, -1692.6875, -1637.9375))));

    public static final Effect DUPLEX =
            new Effect(
                    "duplex-by-default",
                    "no_effect_shown",
                    Optional.of(new Effect.Change(0.02, -0.01, 0.05, 0.4)),
                    Optional.empty(),
                    Optional.empty());

    private MadeUpEffects() {}

    /** The effect of the servers with another year. */
    public static Effect servers(Optional<Impact> impact) {
        return new Effect(
                "eight-servers-less",
                "effect",
                Optional.of(new Effect.Change(-36.5, -37.1, -35.9, 153)),
                Optional.of(LocalDate.of(2026, 3, 31)),
                impact);
    }

    /** A year of the servers in electricity, and what that is worth. */
    public static Impact impact(Impact.Amount eur, Impact.Amount kgco2e) {
        return new Impact(
                Optional.empty(),
                Optional.of(365L),
                amount("kWh", -13322.5, -13541.5, -13103.5),
                nothing("sheets"),
                nothing("impressions"),
                eur,
                kgco2e);
    }

    public static Impact.Amount amount(String unit, double change, double low, double high) {
        return new Impact.Amount(
                unit,
                Optional.of(
                        new Impact.Change(
                                BigDecimal.valueOf(change),
                                BigDecimal.valueOf(low),
                                BigDecimal.valueOf(high))),
                Optional.empty());
    }

    /** What is none of a measure. */
    public static Impact.Amount nothing(String unit) {
        return new Impact.Amount(unit, Optional.empty(), Optional.empty());
    }

    /** An amount that a price or a factor is missing for. */
    public static Impact.Amount missing(String unit, String code) {
        return new Impact.Amount(unit, Optional.empty(), Optional.of(code));
    }

    /** The last month of Waterdam with effects. */
    public static MonthlyFacts facts(Effect... effects) {
        return Waterdam.facts(
                new Insights(
                        List.of(), List.of(), List.of(), List.of(effects), List.of(), Set.of()),
                Provenance.UNKNOWN);
    }
}
