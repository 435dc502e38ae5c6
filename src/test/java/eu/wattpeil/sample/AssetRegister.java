package eu.wattpeil.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The devices of the town hall and what happens to them month by month. */
final class AssetRegister {

    private static final YearMonth CONSOLIDATION = YearMonth.of(2026, 3);
    private static final YearMonth LAPTOP_ROUND = YearMonth.of(2026, 1);
    private static final YearMonth REFURBISHED_ROUND = YearMonth.of(2026, 9);
    private static final int REMOVED_SERVERS = 8;
    private static final int SWITCHES_IN_SERVER_ROOM = 4;
    private static final int OLD_MONTHS = 60;
    private static final String SERVER_ROOM = "Serverruimte";
    private static final String SERIAL_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SampleRandom random;
    private final Map<AssetCategory, Integer> numbersGiven = new EnumMap<>(AssetCategory.class);
    private final List<Asset> assets = new ArrayList<>();

    AssetRegister(LocalDate today, SampleRandom random) {
        this.random = random;
        for (AssetCategory category : AssetCategory.values()) {
            int[] ages = randomAges(category);
            for (int age : ages) {
                assets.add(ownedFor(age, category, today));
            }
        }
    }

    /** The devices as they are listed, in the order of their entry. */
    List<Asset> assets() {
        return List.copyOf(assets);
    }

    /** Lets a month pass. */
    void advance(YearMonth month) {
        fillGaps();
        bringBackRepaired();
        handOutDelivered(month);
        disposeOfOldStock(month);
        moveStaff(month);
        sendToRepair();
        order(month);
        if (month.equals(CONSOLIDATION)) {
            oldestInUse(AssetCategory.SERVER)
                    .limit(REMOVED_SERVERS)
                    .toList()
                    .forEach(server -> replace(server, server.returned()));
        }
    }

    private int[] randomAges(AssetCategory category) {
        int[] ages =
                IntStream.range(0, category.initialCount())
                        .map(i -> random.nextInt(category.initialAgeMonths() + 1))
                        .sorted()
                        .toArray();
        return IntStream.range(0, ages.length).map(i -> ages[ages.length - 1 - i]).toArray();
    }

    private Asset ownedFor(int ageMonths, AssetCategory category, LocalDate today) {
        LocalDate purchasedOn = today.minusMonths(ageMonths).minusDays(random.between(50, 79));
        boolean isRefurbished = category == AssetCategory.LAPTOP && random.chance(0.06);
        int number = numbersGiven.merge(category, 1, Integer::sum);
        boolean isInServerRoom =
                category == AssetCategory.SERVER
                        || category == AssetCategory.NETWORK && number <= SWITCHES_IN_SERVER_ROOM;
        AssetStatus status = initialStatus(category, ageMonths);
        boolean isAssigned = status == AssetStatus.IN_USE || status == AssetStatus.IN_REPAIR;
        return new Asset(
                number(category, number),
                category,
                category.productOfAge(ageMonths),
                randomSerial(),
                status,
                isInServerRoom ? SERVER_ROOM : "",
                isAssigned ? somebodysDepartment(category) : "",
                Optional.of(purchasedOn.plusDays(random.between(5, 45))),
                purchasedOn,
                isRefurbished,
                category == AssetCategory.SERVER ? Asset.Gap.NONE : randomGap(0.055));
    }

    private AssetStatus initialStatus(AssetCategory category, int ageMonths) {
        if (!category.isOfDepartment() || category == AssetCategory.PRINTER) {
            return AssetStatus.IN_USE;
        }
        boolean isOldest = ageMonths > category.initialAgeMonths() * 9 / 10;
        double disposed = isOldest ? 0.4 : 0;
        int choice = random.pickWeighted(0.93, 0.05, 0.015, disposed);
        return List.of(
                        AssetStatus.IN_USE,
                        AssetStatus.IN_STOCK,
                        AssetStatus.IN_REPAIR,
                        AssetStatus.DISPOSED)
                .get(choice);
    }

    private Asset.Gap randomGap(double probability) {
        if (!random.chance(probability)) {
            return Asset.Gap.NONE;
        }
        return List.of(Asset.Gap.SERIAL, Asset.Gap.PURCHASE_DATE, Asset.Gap.STATUS)
                .get(random.pickWeighted(0.5, 0.35, 0.15));
    }

    private void fillGaps() {
        List<Asset> incomplete = those(asset -> asset.gap() != Asset.Gap.NONE);
        for (int i = 0; i < 3 && i < incomplete.size(); i++) {
            Asset asset = incomplete.get(i * incomplete.size() / 3);
            replace(asset, asset.completed());
        }
    }

    private void bringBackRepaired() {
        for (Asset asset : those(asset -> asset.status() == AssetStatus.IN_REPAIR)) {
            boolean isRepaired = random.chance(0.88);
            replace(
                    asset,
                    isRepaired
                            ? asset.with(AssetStatus.IN_USE)
                            : asset.returned().with(AssetStatus.DISPOSED));
        }
    }

    /** Most of what was delivered replaces the oldest device of its class. */
    private void handOutDelivered(YearMonth month) {
        for (Asset asset : those(asset -> asset.status() == AssetStatus.ORDERED)) {
            if (random.chance(0.2)) {
                replace(asset, asset.with(AssetStatus.IN_STOCK));
                continue;
            }
            Optional<Asset> replaced = oldestInUse(asset.category()).findFirst();
            replaced.ifPresent(old -> replace(old, old.returned()));
            String department =
                    replaced.map(Asset::department)
                            .orElseGet(() -> somebodysDepartment(asset.category()));
            replace(asset, asset.handedOut(department, randomDay(month)));
        }
    }

    private void disposeOfOldStock(YearMonth month) {
        LocalDate today = month.atEndOfMonth();
        those(asset -> asset.status() == AssetStatus.IN_STOCK).stream()
                .filter(asset -> asset.ageMonths(today) > OLD_MONTHS)
                .filter(asset -> random.chance(0.4))
                .forEach(asset -> replace(asset, asset.with(AssetStatus.DISPOSED)));
    }

    /** Those who leave hand in a laptop, those who come get a young one from stock. */
    private void moveStaff(YearMonth month) {
        LocalDate today = month.atEndOfMonth();
        List<Asset> inUse = those(AssetCategory.LAPTOP, AssetStatus.IN_USE);
        for (int i = 0; i < 3; i++) {
            Asset handedIn = inUse.get((random.nextInt(inUse.size() / 3)) + i * inUse.size() / 3);
            replace(handedIn, handedIn.returned());
        }
        those(AssetCategory.LAPTOP, AssetStatus.IN_STOCK).stream()
                .filter(asset -> asset.ageMonths(today) < OLD_MONTHS)
                .limit(random.between(2, 4))
                .forEach(
                        asset ->
                                replace(
                                        asset,
                                        asset.handedOut(
                                                somebodysDepartment(asset.category()),
                                                randomDay(month))));
    }

    private void sendToRepair() {
        List<Asset> candidates =
                those(
                        asset ->
                                asset.status() == AssetStatus.IN_USE
                                        && asset.category() != AssetCategory.SERVER
                                        && asset.category() != AssetCategory.NETWORK);
        int repairs = random.between(4, 8);
        for (int i = 0; i < repairs; i++) {
            int part = candidates.size() / repairs;
            Asset asset = candidates.get(i * part + random.nextInt(part));
            replace(asset, asset.with(AssetStatus.IN_REPAIR));
        }
    }

    private void order(YearMonth month) {
        for (AssetCategory category : AssetCategory.values()) {
            int count = (int) (category.boughtPerYear() / 12.0 + random.nextDouble());
            for (int i = 0; i < count; i++) {
                assets.add(bought(category, month, false));
            }
        }
        if (month.equals(LAPTOP_ROUND)) {
            orderLaptops(month, 14, false);
        }
        if (month.equals(REFURBISHED_ROUND)) {
            orderLaptops(month, 16, true);
        }
    }

    private void orderLaptops(YearMonth month, int count, boolean isRefurbished) {
        for (int i = 0; i < count; i++) {
            assets.add(bought(AssetCategory.LAPTOP, month, isRefurbished));
        }
    }

    private Asset bought(AssetCategory category, YearMonth month, boolean isRefurbished) {
        return new Asset(
                number(category, numbersGiven.merge(category, 1, Integer::sum)),
                category,
                category.productOfAge(isRefurbished ? category.initialAgeMonths() / 2 : 0),
                randomSerial(),
                AssetStatus.ORDERED,
                "",
                "",
                Optional.empty(),
                randomDay(month),
                isRefurbished,
                randomGap(0.02));
    }

    private String somebodysDepartment(AssetCategory category) {
        return category.isOfDepartment() ? TownHallDepartment.ofSomebody(random).register() : "";
    }

    private String randomSerial() {
        StringBuilder serial = new StringBuilder("WD");
        for (int i = 0; i < 7; i++) {
            serial.append(SERIAL_LETTERS.charAt(random.nextInt(SERIAL_LETTERS.length())));
        }
        return serial.toString();
    }

    private LocalDate randomDay(YearMonth month) {
        return month.atDay(random.between(1, 25));
    }

    private Stream<Asset> oldestInUse(AssetCategory category) {
        return those(category, AssetStatus.IN_USE).stream()
                .sorted(Comparator.comparing(Asset::purchasedOn).thenComparing(Asset::number));
    }

    private List<Asset> those(AssetCategory category, AssetStatus status) {
        return those(asset -> asset.category() == category && asset.status() == status);
    }

    private List<Asset> those(Predicate<Asset> chosen) {
        return assets.stream().filter(chosen).toList();
    }

    private void replace(Asset before, Asset after) {
        assets.set(assets.indexOf(before), after);
    }

    private static String number(AssetCategory category, int number) {
        return category.prefix() + "-" + String.valueOf(10_000 + number).substring(1);
    }
}
