package eu.wattpeil.sample;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The devices as they are at the end of each month, and what became of each since the last one. */
final class AssetHistory {

    private final Map<YearMonth, List<Asset>> ends = new LinkedHashMap<>();

    AssetHistory(SamplePeriod period, AssetRegister register) {
        ends.put(period.first().minusMonths(1), register.assets());
        for (YearMonth month : period.months()) {
            register.advance(month);
            ends.put(month, register.assets());
        }
    }

    /** The devices in the order of their entry; also those of the month before the first. */
    List<Asset> atEndOf(YearMonth month) {
        return ends.get(month);
    }

    /** What a month made of each device that is listed at its end. */
    List<Step> stepsOf(YearMonth month) {
        Map<String, Asset> before = new HashMap<>();
        atEndOf(month.minusMonths(1)).forEach(asset -> before.put(asset.number(), asset));
        return atEndOf(month).stream()
                .map(asset -> new Step(Optional.ofNullable(before.get(asset.number())), asset))
                .toList();
    }

    /** The servers that are in use at the end of a month, in the order of their entry. */
    List<Asset> serversIn(YearMonth month) {
        return atEndOf(month).stream()
                .filter(asset -> asset.category() == AssetCategory.SERVER)
                .filter(asset -> asset.status() == AssetStatus.IN_USE)
                .toList();
    }

    /** Numbers of the servers that are in use at the end of the one month and not of the other. */
    Set<String> serversThatWent(YearMonth month, YearMonth later) {
        Set<String> kept = serversIn(later).stream().map(Asset::number).collect(Collectors.toSet());
        return serversIn(month).stream()
                .map(Asset::number)
                .filter(number -> !kept.contains(number))
                .collect(Collectors.toSet());
    }

    /** A device at the start of a month, where it was listed then, and at its end. */
    record Step(Optional<Asset> before, Asset after) {

        boolean isNew() {
            return before.isEmpty();
        }

        boolean isFrom(AssetStatus status) {
            return before.filter(asset -> asset.status() == status).isPresent();
        }

        boolean isTo(AssetStatus status) {
            return after.status() == status && !isFrom(status);
        }
    }
}
