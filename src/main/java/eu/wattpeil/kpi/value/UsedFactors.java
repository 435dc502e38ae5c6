package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Settings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The factors that a KPI uses in a month: for each purpose the row of its series that holds on the
 * month's last day; and where a KPI names what is assumed of devices, such as {@code
 * device_energy}, those that the models took for its devices.
 *
 * @param use their ids, sorted, and whether one of them describes an earlier year
 * @param isComplete whether there is one, with a value, for each purpose
 */
public record UsedFactors(FactorUse use, boolean isComplete) {

    /** How purposes begin that stand for a factor of each class of devices. */
    private static final String DEVICES = "device_";

    /**
     * The factors of some purposes.
     *
     * @param deviceFactorIds those that the devices of a scope were modelled with, by purpose
     */
    public static UsedFactors of(
            List<String> purposes,
            Settings settings,
            Map<String, List<String>> deviceFactorIds,
            List<Factor> factors,
            YearMonth month) {
        LocalDate lastDay = month.atEndOfMonth();
        List<Factor> used = new ArrayList<>();
        boolean isComplete = true;
        for (String purpose : purposes) {
            if (isOfDevices(purpose)) {
                // A class without a factor lowers the coverage; the others count all the same.
                List<String> ids = deviceFactorIds.getOrDefault(purpose, List.of());
                factors.stream()
                        .filter(factor -> ids.contains(factor.factorId()))
                        .forEach(used::add);
                continue;
            }
            Optional<Factor> factor =
                    Optional.ofNullable(settings.factorSeries().get(purpose))
                            .flatMap(series -> holding(series, factors, lastDay));
            factor.ifPresent(used::add);
            isComplete &= factor.isPresent();
        }
        FactorUse use =
                new FactorUse(
                        used.stream().map(Factor::factorId).distinct().sorted().toList(),
                        used.stream().anyMatch(it -> it.isProvisionalIn(month.getYear())));
        return new UsedFactors(use, isComplete);
    }

    /** Whether a purpose has a factor for each class of devices, rather than one for all. */
    static boolean isOfDevices(String purpose) {
        return purpose.startsWith(DEVICES);
    }

    /** Where the source says that there is no value, there is no factor. */
    private static Optional<Factor> holding(String series, List<Factor> factors, LocalDate day) {
        return factors.stream()
                .filter(factor -> factor.series().equals(series))
                .filter(factor -> factor.isValidOn(day))
                .max(Comparator.comparing(Factor::validFrom))
                .filter(factor -> factor.value().isPresent());
    }
}
