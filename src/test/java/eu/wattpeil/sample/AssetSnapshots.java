package eu.wattpeil.sample;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The export of the asset register on the last day of each month. */
final class AssetSnapshots {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Slips of the pen, of one month each: the device is missing from that month's figures. */
    private static final Map<YearMonth, Slip> SLIPS =
            Map.of(
                    YearMonth.of(2025, 11), new Slip(40, "In gebruik", "31/11/2025"),
                    YearMonth.of(2026, 2), new Slip(120, "In gebruik", "31/02/2026"),
                    YearMonth.of(2026, 8), new Slip(200, "Uitgeleend", "01/08/2026"));

    private final SamplePeriod period;
    private final AssetHistory history;
    private final Truth truth;

    AssetSnapshots(SamplePeriod period, AssetHistory history, Truth truth) {
        this.period = period;
        this.history = history;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            List<Asset> assets = history.atEndOf(month);
            Optional<Slip> slip = Optional.ofNullable(SLIPS.get(month));
            Optional<Asset> misspelt = slip.map(each -> each.device(assets));
            SampleFile file = new SampleFile(WINDOWS, "\r\n");
            file.add(Asset.HEADER);
            for (Asset asset : assets) {
                boolean isMisspelt = misspelt.filter(asset::equals).isPresent();
                file.add(isMisspelt ? slip.orElseThrow().row(asset) : asset.row());
            }
            LocalDate day = month.atEndOfMonth();
            file.writeTo(folder.resolve("assets-" + day + ".csv.gz"));
            List<Asset> readable =
                    assets.stream()
                            .filter(asset -> misspelt.filter(asset::equals).isEmpty())
                            .toList();
            count(month, readable);
            truth.set(month, "device_rejects", slip.isPresent() ? 1 : 0);
        }
    }

    private void count(YearMonth month, List<Asset> readable) {
        List<Asset> kept =
                readable.stream().filter(asset -> asset.status() != AssetStatus.DISPOSED).toList();
        List<Asset> inUse = readable.stream().filter(Asset::isKnownInUse).toList();
        truth.set(month, "devices_listed", readable.size());
        truth.set(month, "devices_listed_complete", complete(readable));
        truth.set(month, "devices_kept", kept.size());
        truth.set(month, "devices_kept_complete", complete(kept));
        truth.set(month, "devices_in_use", inUse.size());
        for (AssetCategory category : AssetCategory.values()) {
            truth.set(
                    month,
                    category.name().toLowerCase(Locale.ROOT) + "_in_use",
                    inUse.stream()
                            .filter(asset -> asset.category() == category)
                            .filter(asset -> asset.product().register().isEmpty())
                            .count());
        }
        truth.set(
                month,
                "mfp_in_use",
                inUse.stream().filter(asset -> !asset.product().register().isEmpty()).count());
        truth.set(
                month,
                "laptop_in_use_age_days",
                inUse.stream()
                        .filter(asset -> asset.category() == AssetCategory.LAPTOP)
                        .mapToLong(asset -> daysInUse(asset, month.atEndOfMonth()))
                        .sum());
    }

    private static long complete(List<Asset> assets) {
        return assets.stream().filter(Asset::isComplete).count();
    }

    private static long daysInUse(Asset asset, LocalDate day) {
        return ChronoUnit.DAYS.between(asset.usedOn().orElseThrow(), day);
    }

    /**
     * A wrong entry at one of the laptops in use.
     *
     * @param position which of them, from 0
     * @param status as it is written
     * @param usedOn as it is written
     */
    private record Slip(int position, String status, String usedOn) {

        Asset device(List<Asset> assets) {
            return assets.stream()
                    .filter(asset -> asset.category() == AssetCategory.LAPTOP)
                    .filter(asset -> asset.isKnownInUse() && asset.isComplete())
                    .skip(position)
                    .findFirst()
                    .orElseThrow();
        }

        String row(Asset asset) {
            return asset.row(status, usedOn);
        }
    }
}
