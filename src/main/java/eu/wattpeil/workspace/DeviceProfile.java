package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of {@code config/device-profiles.csv}: what the organisation assumes of a class of devices.
 *
 * @param categoryId the class: laptop, desktop, monitor, server, printer …
 * @param name as it stands in the report
 * @param energySeries series of factors with the typical energy consumption, kWh/year; empty where
 *     none is known
 * @param assumedKwhPerYear what a device may use where nothing is known of its energy: an order of
 *     magnitude that weighs what is unknown in the coverage, and is never counted
 * @param embodiedSeries series of factors with the embodied carbon, kgCO2e/device
 * @param refurbishingSeries series of factors with the carbon of refurbishing, kgCO2e/device; empty
 *     where none is known
 * @param massSeries series of factors with the mass, kg/device
 * @param plannedLifeMonths months over which its embodied carbon is spread
 * @param targetAgeMonths age that the organisation wants devices to reach; empty without a policy
 * @param isPersonal whether it counts in devices per FTE: a device that a person works with
 * @param knownAs texts by which inventories call devices of the class, in lower case
 */
public record DeviceProfile(
        String categoryId,
        String name,
        Optional<String> energySeries,
        Optional<BigDecimal> assumedKwhPerYear,
        Optional<String> embodiedSeries,
        Optional<String> refurbishingSeries,
        Optional<String> massSeries,
        Optional<Integer> plannedLifeMonths,
        Optional<Integer> targetAgeMonths,
        boolean isPersonal,
        List<String> knownAs) {

    public DeviceProfile {
        knownAs = List.copyOf(knownAs);
        requireMonths("planned_life_months", plannedLifeMonths);
        requireMonths("target_age_months", targetAgeMonths);
    }

    private static void requireMonths(String column, Optional<Integer> months) {
        if (months.isPresent() && months.get() < 1) {
            throw new IllegalArgumentException(
                    column + " is " + months.get() + ", expected 1 or more");
        }
    }

    /** A class of which nothing is assumed but its energy and carbon, under one name. */
    public DeviceProfile(
            String categoryId,
            String name,
            Optional<String> energySeries,
            Optional<BigDecimal> assumedKwhPerYear,
            Optional<String> embodiedSeries,
            Optional<Integer> targetAgeMonths,
            boolean isPersonal) {
        this(
                categoryId,
                name,
                energySeries,
                assumedKwhPerYear,
                embodiedSeries,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                targetAgeMonths,
                isPersonal,
                List.of());
    }

    /** What texts of inventories mean: each in lower case, with its class. */
    public static Map<String, String> texts(List<DeviceProfile> profiles) {
        Map<String, String> texts = new TreeMap<>();
        for (DeviceProfile profile : profiles) {
            profile.knownAs().forEach(text -> texts.putIfAbsent(text, profile.categoryId()));
        }
        return texts;
    }
}
