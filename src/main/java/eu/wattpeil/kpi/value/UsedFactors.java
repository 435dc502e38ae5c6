package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Settings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The factors that a KPI uses in a month: for each purpose the row of its series that holds on the
 * month's last day; and for purposes whose factors models choose by themselves, such as {@code
 * device_energy} or {@code supply_contracts}, those that they took.
 *
 * @param use their ids, sorted, and whether one of them describes an earlier year
 * @param lacking why a purpose has no factor, for all that the KPI gives
 * @param chosenLacking why a figure is unknown of which models found no factor
 */
public record UsedFactors(FactorUse use, Optional<Reason> lacking, Optional<Reason> chosenLacking) {

    /** How purposes begin that stand for a factor of each class of devices. */
    private static final String DEVICES = "device_";

    /** How purposes begin that the rule and the months of degree days serve. */
    private static final String DEGREE_DAYS = "heating_degree_days";

    /** Purposes of which models use a factor only where they need it. */
    private static final Set<String> CHOSEN =
            Set.of(
                    "supply_contracts",
                    "residual_mix",
                    "electricity_upstream",
                    "refrigerant_refills",
                    "fuel_refills",
                    "footprint_paper",
                    "footprint_home");

    /**
     * The factors of some purposes.
     *
     * @param chosenFactorIds those that models took for a scope, by purpose
     */
    public static UsedFactors of(
            List<String> purposes,
            Settings settings,
            Map<String, List<String>> chosenFactorIds,
            List<Factor> factors,
            YearMonth month) {
        LocalDate lastDay = month.atEndOfMonth();
        List<Factor> used = new ArrayList<>();
        List<Reason> lacking = new ArrayList<>();
        List<Reason> chosenLacking = new ArrayList<>();
        for (String purpose : purposes) {
            Optional<Factor> held =
                    series(purpose, settings, month)
                            .flatMap(series -> holding(series, factors, lastDay));
            if (isOfDevices(purpose) || CHOSEN.contains(purpose)) {
                // A class without a factor lowers the coverage; the others count all the same.
                List<String> ids = chosenFactorIds.getOrDefault(purpose, List.of());
                factors.stream()
                        .filter(factor -> ids.contains(factor.factorId()))
                        .forEach(used::add);
                if (CHOSEN.contains(purpose)) {
                    chosenLacking.add(whyLacking(held));
                }
                continue;
            }
            held.filter(factor -> factor.value().isPresent())
                    .ifPresentOrElse(used::add, () -> lacking.add(whyLacking(held)));
        }
        FactorUse use =
                new FactorUse(
                        used.stream().map(Factor::factorId).distinct().sorted().toList(),
                        used.stream().anyMatch(it -> it.isProvisionalIn(month.getYear())));
        return new UsedFactors(use, first(lacking), first(chosenLacking));
    }

    /** Whether there is a factor, with a value, for each purpose that always needs one. */
    public boolean isComplete() {
        return lacking.isEmpty();
    }

    /** Whether a purpose has a factor for each class of devices, rather than one for all. */
    static boolean isOfDevices(String purpose) {
        return purpose.startsWith(DEVICES);
    }

    /** That a source gives none says more than that there is no row. */
    private static Optional<Reason> first(List<Reason> reasons) {
        return reasons.contains(Reason.FACTOR_NOT_APPLICABLE)
                ? Optional.of(Reason.FACTOR_NOT_APPLICABLE)
                : reasons.stream().findFirst();
    }

    private static Reason whyLacking(Optional<Factor> held) {
        boolean isToldToBeNone = held.filter(factor -> factor.value().isEmpty()).isPresent();
        return isToldToBeNone ? Reason.FACTOR_NOT_APPLICABLE : Reason.FACTOR_MISSING;
    }

    /**
     * The series that serves a purpose. What belongs to degree days stands beside their sum of the
     * year: {@code heating_degree_days_month} is served by its series with the month's number
     * behind its name, {@code heating_degree_days_base} by the one with {@code _base}.
     */
    private static Optional<String> series(String purpose, Settings settings, YearMonth month) {
        if (!purpose.startsWith(DEGREE_DAYS + "_")) {
            return Optional.ofNullable(settings.factorSeries().get(purpose));
        }
        String part = purpose.substring(DEGREE_DAYS.length() + 1);
        String name =
                part.equals("month")
                        ? String.format(Locale.ROOT, "%02d", month.getMonthValue())
                        : part;
        return Optional.ofNullable(settings.factorSeries().get(DEGREE_DAYS))
                .map(series -> series + "_" + name);
    }

    /** The row of a series on a day; without a value where the source says that there is none. */
    private static Optional<Factor> holding(String series, List<Factor> factors, LocalDate day) {
        return factors.stream()
                .filter(factor -> factor.series().equals(series))
                .filter(factor -> factor.isValidOn(day))
                .max(Comparator.comparing(Factor::validFrom));
    }
}
