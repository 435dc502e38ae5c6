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
        Optional<Integer> targetAgeMonths,
        boolean isPersonal,
        List<String> knownAs) {

    public DeviceProfile {
        knownAs = List.copyOf(knownAs);
        if (targetAgeMonths.isPresent() && targetAgeMonths.get() < 1) {
            throw new IllegalArgumentException(
                    "target_age_months is " + targetAgeMonths.get() + ", expected 1 or more");
        }
    }

    /** A class that no inventory calls by another name. */
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
