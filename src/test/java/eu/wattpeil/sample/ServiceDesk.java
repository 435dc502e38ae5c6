package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tickets that were opened or changed in a month, as the service desk's software exports them.
 * Faults and handovers are those of the asset register. What is odd is told at {@link SampleData}.
 */
final class ServiceDesk {

    private static final YearMonth UNTOLD = YearMonth.of(2025, 10);
    private static final YearMonth REPAIRED_IN_VAIN = YearMonth.of(2026, 4);
    private static final int FAULTS_MENDED_AT_ONCE = 7;
    private static final int GUARANTEE_MONTHS = 24;

    private final SamplePeriod period;
    private final AssetHistory history;
    private final SampleRandom random;
    private final Truth truth;
    private final Map<String, Ticket> open = new LinkedHashMap<>();
    private final Map<Integer, Ticket> all = new LinkedHashMap<>();
    private final List<Asset> repairedInVain = new ArrayList<>();
    private int lastNumber = 30_240;

    ServiceDesk(SamplePeriod period, AssetHistory history, SampleRandom random, Truth truth) {
        this.period = period;
        this.history = history;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        YearMonth before = period.first().minusMonths(1);
        history.atEndOf(before).stream()
                .filter(asset -> asset.status() == AssetStatus.IN_REPAIR)
                .forEach(asset -> opened(asset, period.first().atDay(1)));
        for (YearMonth month : period.months()) {
            List<Ticket> tickets = new ArrayList<>();
            for (AssetHistory.Step step : history.stepsOf(month)) {
                tickets.addAll(faults(step, month));
                handover(step, month).ifPresent(tickets::add);
            }
            tickets.addAll(mendedAtOnce(month));
            tickets.addAll(requests(month));
            tickets.forEach(ticket -> all.put(ticket.number(), ticket));
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            file.add("<tickets maand=\"" + month + "\">");
            tickets.forEach(ticket -> file.add(ticket.xml()));
            file.add("</tickets>");
            file.writeTo(folder.resolve("tickets-" + month + ".xml.gz"));
        }
        period.months().forEach(this::count);
    }

    /** A device that was away comes back or is gone; one that stays away broke once more. */
    private List<Ticket> faults(AssetHistory.Step step, YearMonth month) {
        List<Ticket> tickets = new ArrayList<>();
        Asset asset = step.after();
        Ticket pending = open.remove(asset.number());
        if (pending != null) {
            boolean isGone = asset.status() == AssetStatus.DISPOSED;
            tickets.add(
                    pending.closed(
                            month.atDay(random.between(2, 9)),
                            isGone ? Ticket.REPLACED : Ticket.REPAIRED,
                            isGone ? 0 : asset.priceCents() / 10 + random.between(0, 4_000)));
        }
        if (asset.status() == AssetStatus.IN_REPAIR) {
            tickets.add(opened(asset, month.atDay(random.between(12, 27))));
        }
        return tickets;
    }

    private Ticket opened(Asset asset, LocalDate day) {
        Ticket ticket = Ticket.fault(lastNumber++, asset, day);
        open.put(asset.number(), ticket);
        return ticket;
    }

    /** What was on the shelf, ordered or with another department is in use now. */
    private Optional<Ticket> handover(AssetHistory.Step step, YearMonth month) {
        Asset asset = step.after();
        if (asset.status() != AssetStatus.IN_USE || step.isNew()) {
            return Optional.empty();
        }
        Asset before = step.before().orElseThrow();
        boolean isNewUser = !before.department().equals(asset.department());
        boolean isHandedOut =
                before.status() == AssetStatus.IN_STOCK || before.status() == AssetStatus.ORDERED;
        if (!isHandedOut && !isNewUser) {
            return Optional.empty();
        }
        String bought = asset.isRefurbished() ? Ticket.BOUGHT_REFURBISHED : Ticket.BOUGHT_NEW;
        String outcome = before.usedOn().isPresent() ? Ticket.REDEPLOYED : bought;
        return Optional.of(
                Ticket.ofOneDay(
                        lastNumber++,
                        month.atDay(random.between(1, 25)),
                        Ticket.HANDOVER,
                        outcome,
                        asset.number(),
                        asset.registerCategory(),
                        false));
    }

    /** Batteries, keys and cables; the maker swaps a young telephone or monitor. */
    private List<Ticket> mendedAtOnce(YearMonth month) {
        List<Asset> candidates =
                history.atEndOf(month).stream()
                        .filter(asset -> asset.category().isOfDepartment())
                        .filter(asset -> asset.category() != AssetCategory.PRINTER)
                        .filter(Asset::isKnownInUse)
                        .toList();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < FAULTS_MENDED_AT_ONCE; i++) {
            Asset asset = random.pick(candidates);
            LocalDate day = month.atDay(random.between(1, 22));
            boolean isSwapped =
                    asset.ageMonths(day) < GUARANTEE_MONTHS
                            && asset.category() != AssetCategory.LAPTOP;
            tickets.add(
                    Ticket.fault(lastNumber++, asset, day)
                            .closed(
                                    day.plusDays(random.between(0, 5)),
                                    isSwapped ? Ticket.REPLACED : Ticket.REPAIRED,
                                    isSwapped ? 0 : random.between(1_500, 9_500)));
            if (i == 0 && month.equals(REPAIRED_IN_VAIN)) {
                repairedInVain.add(asset);
                tickets.set(0, tickets.get(0).closed(month.atDay(24), Ticket.REPAIRED, 4_900));
            }
        }
        if (month.equals(REPAIRED_IN_VAIN.plusMonths(1))) {
            Asset asset = repairedInVain.get(0);
            LocalDate day = month.atDay(12);
            tickets.add(
                    Ticket.fault(lastNumber++, asset, day)
                            .closed(day.plusDays(6), Ticket.REPAIRED, 11_500));
        }
        return tickets;
    }

    private List<Ticket> requests(YearMonth month) {
        List<Ticket> tickets = new ArrayList<>();
        int count = random.between(6, 9);
        for (int i = 0; i < count; i++) {
            boolean isForHome = random.chance(0.55);
            double better = 0.02 * period.age(month);
            String outcome =
                    isForHome
                            ? List.of(
                                            Ticket.REDEPLOYED,
                                            Ticket.LENT,
                                            Ticket.BOUGHT_REFURBISHED,
                                            Ticket.BOUGHT_NEW)
                                    .get(random.pickWeighted(0.3, 0.2 + better, 0.1, 0.4 - better))
                            : List.of(Ticket.MET_OTHERWISE, Ticket.REFUSED, Ticket.BOUGHT_NEW)
                                    .get(random.pickWeighted(0.4, 0.15 + better, 0.45 - better));
            boolean isUntold = month.equals(UNTOLD) && i == 0;
            AssetCategory category =
                    List.of(AssetCategory.MONITOR, AssetCategory.LAPTOP, AssetCategory.SMARTPHONE)
                            .get(random.pickWeighted(0.6, 0.25, 0.15));
            tickets.add(
                    Ticket.ofOneDay(
                            lastNumber++,
                            month.atDay(random.between(1, 28)),
                            Ticket.REQUEST,
                            isUntold ? "" : outcome,
                            "",
                            category.register(),
                            isForHome));
        }
        return tickets;
    }

    private void count(YearMonth month) {
        set(month, "faults_repaired", t -> t.is(Ticket.FAULT, Ticket.REPAIRED) && !isInVain(t));
        set(
                month,
                "faults_replaced",
                t ->
                        t.is(Ticket.FAULT, Ticket.REPLACED)
                                || t.is(Ticket.FAULT, Ticket.REPAIRED) && isInVain(t));
        set(month, "handovers_redeployed", t -> t.is(Ticket.HANDOVER, Ticket.REDEPLOYED));
        set(
                month,
                "handovers_bought",
                t ->
                        t.is(Ticket.HANDOVER, Ticket.BOUGHT_NEW)
                                || t.is(Ticket.HANDOVER, Ticket.BOUGHT_REFURBISHED));
        set(month, "home_requests", t -> isMet(t) && t.isForHome());
        set(
                month,
                "home_requests_circular",
                t -> isMet(t) && t.isForHome() && !t.outcome().equals(Ticket.BOUGHT_NEW));
        set(
                month,
                "requests_refused_or_met_otherwise",
                t ->
                        t.is(Ticket.REQUEST, Ticket.REFUSED)
                                || t.is(Ticket.REQUEST, Ticket.MET_OTHERWISE));
    }

    private static boolean isMet(Ticket ticket) {
        return ticket.subject().equals(Ticket.REQUEST) && !ticket.outcome().isEmpty();
    }

    private boolean isInVain(Ticket ticket) {
        return all.values().stream()
                .filter(other -> other.number() != ticket.number())
                .anyMatch(ticket::isFollowedBy);
    }

    /** By the month in which they were closed. */
    private void set(YearMonth month, String figure, Predicate<Ticket> chosen) {
        Stream<Ticket> closed =
                all.values().stream()
                        .filter(
                                ticket ->
                                        ticket.closedOn()
                                                .filter(day -> YearMonth.from(day).equals(month))
                                                .isPresent());
        truth.set(month, figure, closed.filter(chosen).count());
    }
}
