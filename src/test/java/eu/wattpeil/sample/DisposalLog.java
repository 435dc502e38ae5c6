package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What leaves, as the store room logs it, and what the recycler states of each quarter. The devices
 * are those that the asset register lists as disposed of for the first time. What is odd is told at
 * {@link SampleData}.
 */
final class DisposalLog {

    private static final String HEADER =
            String.join(
                    "\t",
                    "Nr",
                    "Datum",
                    "Soort",
                    "Toestel",
                    "Klasse",
                    "Kg",
                    "Bestemming",
                    "In gebruik sinds",
                    "Bruikbaar",
                    "Wisattest",
                    "Recyclageattest",
                    "Land",
                    "Kg hergebruik",
                    "Kg gerecycleerd",
                    "Kg verbrand");
    private static final String REUSED = "intern";
    private static final String DONATED = "school of vereniging";
    private static final String HARVESTED = "onderdelen";
    private static final String RECYCLED = "recyclage";
    private static final String LOST = "verloren";
    private static final String UNKNOWN = "";

    private static final YearMonth AGREEMENT_WITH_SCHOOLS = YearMonth.of(2026, 2);
    private static final YearMonth WIPED_ON_PAPER = YearMonth.of(2026, 3);
    private static final YearMonth FIRST_SPLIT = YearMonth.of(2026, 1);
    private static final int FIT_MONTHS = 90;
    private static final Set<AssetCategory> WITHOUT_DATA =
            Set.of(AssetCategory.MONITOR, AssetCategory.NETWORK);

    private final SamplePeriod period;
    private final AssetHistory history;
    private final SampleRandom random;
    private final Truth truth;
    private int lastNumber = 700;
    private long gramsOfQuarter = 186_000;

    DisposalLog(SamplePeriod period, AssetHistory history, SampleRandom random, Truth truth) {
        this.period = period;
        this.history = history;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            List<Exit> exits = new ArrayList<>();
            for (AssetHistory.Step step : history.stepsOf(month)) {
                if (step.isTo(AssetStatus.DISPOSED)) {
                    exits.add(exit(step, month));
                }
            }
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add(HEADER);
            exits.forEach(exit -> file.add(exit.row(lastNumber++)));
            if (month.getMonthValue() % 3 == 1) {
                file.add(statement(month));
            }
            gramsOfQuarter +=
                    exits.stream()
                            .filter(exit -> exit.route().equals(RECYCLED))
                            .mapToLong(exit -> exit.asset().grams())
                            .sum();
            file.writeTo(folder.resolve("afvoer-" + month + ".tsv.gz"));
            count(month, exits);
        }
    }

    private Exit exit(AssetHistory.Step step, YearMonth month) {
        Asset asset = step.after();
        LocalDate day = month.atDay(random.between(10, 27));
        boolean isBroken = step.isFrom(AssetStatus.IN_REPAIR);
        boolean isFit = !isBroken && asset.ageMonths(day) < FIT_MONTHS;
        String route = route(asset, month, isFit, isBroken);
        boolean isWiped = random.chance(month.isBefore(WIPED_ON_PAPER) ? 0.6 : 0.95);
        boolean isWeighed = random.chance(0.8);
        boolean isStated = random.chance(0.9);
        return new Exit(asset, day, route, isFit, isWeighed, isWiped, isStated);
    }

    private String route(Asset asset, YearMonth month, boolean isFit, boolean isBroken) {
        boolean isAgreed = !month.isBefore(AGREEMENT_WITH_SCHOOLS);
        double choice = random.nextDouble();
        if (asset.category() == AssetCategory.SMARTPHONE && choice < 0.15) {
            return LOST;
        }
        if (choice > (isAgreed ? 0.97 : 0.85)) {
            return UNKNOWN;
        }
        if (isFit) {
            double donated = isAgreed ? 0.6 : 0.15;
            return choice < donated ? DONATED : choice < donated + 0.1 ? REUSED : RECYCLED;
        }
        return isBroken && choice < 0.4 ? HARVESTED : RECYCLED;
    }

    /** Of the quarter before; the first ones tell no more than what was collected. */
    private String statement(YearMonth month) {
        long grams = gramsOfQuarter;
        gramsOfQuarter = 0;
        boolean isSplit = !month.isBefore(FIRST_SPLIT);
        return String.join(
                "\t",
                "R-" + month,
                month.atDay(18).toString(),
                "attest",
                "",
                "",
                kilograms(grams),
                RECYCLED,
                "",
                "",
                "",
                "",
                "BE",
                isSplit ? kilograms(grams * 6 / 100) : "",
                isSplit ? kilograms(grams * (74 + period.age(month) / 3) / 100) : "",
                isSplit ? kilograms(grams * 13 / 100) : "");
    }

    private void count(YearMonth month, List<Exit> exits) {
        truth.set(month, "exits", exits.size());
        set(month, "exits_known_route", exits, exit -> !exit.route().equals(UNKNOWN));
        set(month, "exits_donated", exits, exit -> exit.route().equals(DONATED));
        set(month, "exits_reused_inside", exits, exit -> exit.route().equals(REUSED));
        set(month, "exits_recycled", exits, exit -> exit.route().equals(RECYCLED));
        set(month, "exits_harvested", exits, exit -> exit.route().equals(HARVESTED));
        set(month, "exits_lost", exits, exit -> exit.route().equals(LOST));
        set(month, "exits_fit", exits, Exit::isFit);
    }

    private void set(YearMonth month, String figure, List<Exit> exits, Predicate<Exit> chosen) {
        truth.set(month, figure, exits.stream().filter(chosen).count());
    }

    private static String kilograms(long grams) {
        return grams / 1000 + "." + String.valueOf(1000 + grams % 1000).substring(1);
    }

    /** A device that leaves. */
    private record Exit(
            Asset asset,
            LocalDate day,
            String route,
            boolean isFit,
            boolean isWeighed,
            boolean isWiped,
            boolean isStated) {

        String row(int number) {
            boolean isRecycled = route.equals(RECYCLED) || route.equals(HARVESTED);
            boolean isElsewhere = !route.equals(LOST) && !route.equals(UNKNOWN);
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("number", "A-" + number);
            cells.put("day", day.toString());
            cells.put("entry", "afvoer");
            cells.put("device", asset.number());
            cells.put("category", asset.registerCategory());
            cells.put("mass", isWeighed ? kilograms(asset.grams()) : "");
            cells.put("route", route);
            cells.put("usedOn", asset.usedOn().map(LocalDate::toString).orElse(""));
            cells.put("fit", isFit ? "ja" : "nee");
            cells.put(
                    "wiped", WITHOUT_DATA.contains(asset.category()) ? "" : isWiped ? "ja" : "nee");
            cells.put("stated", !isRecycled ? "" : isStated ? "ja" : "nee");
            cells.put("country", isElsewhere ? "BE" : "");
            cells.put("split", "\t\t");
            return String.join("\t", cells.values());
        }
    }
}
