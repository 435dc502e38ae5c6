package eu.wattpeil.report.page;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Reasons;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences that values and their coverage prove; they never claim more than is known. */
public final class Sentences {

    /** Figures that a sentence names of a kind. */
    private static final int NAMED = 3;

    private static final String WHEN = "when";
    private static final String REASON = "reason";
    private static final String SUBJECT = "subject";
    private static final String PER = "per";

    /** What is counted, and by what: a number of sheets per FTE needs no unit behind it. */
    private static final Set<String> SAID_BY_SUBJECT =
            Set.of("sheets/FTE", "sheets/day", "devices/FTE", "devices/100 FTE");

    private final Words words;
    private final Numerals numerals;
    private final Reasons reasons;
    private final Map<String, Set<String>> unread;

    /**
     * In a language.
     *
     * @param unread datasets that a KPI is made from and nobody reads, by the KPI's id
     */
    Sentences(
            Words words, Numerals numerals, int minimumGroupSize, Map<String, Set<String>> unread) {
        this.words = words;
        this.numerals = numerals;
        this.reasons = new Reasons(words, minimumGroupSize, unread);
        this.unread = unread;
    }

    /** The first sentences of a section: its first figure, and how the others did. */
    List<String> opening(List<Figure> figures) {
        List<String> said = new ArrayList<>();
        said.add(figure(figures.get(0)));
        figures.get(0)
                .comparisonMonth()
                .flatMap(month -> others(figures.subList(1, figures.size()), month))
                .ifPresent(said::add);
        return said;
    }

    /** One figure: what it came to, on how much of it, and against when. */
    String figure(Figure figure) {
        return words.say("sentence", "clause", clause(figure));
    }

    /**
     * A figure that has a value, beside a sentence that told the month and the one it is compared
     * with.
     */
    String beside(Figure figure) {
        return words.say(
                "brief.money.text",
                SUBJECT,
                words.pick(figure.kpi().title()),
                "value",
                value(figure, figure.row().orElseThrow(), figure.value().orElseThrow()),
                "change",
                figure.comparisonMonth()
                        .map(month -> change("brief.change.", figure, month))
                        .orElse(""));
    }

    private String clause(Figure figure) {
        Kpi kpi = figure.kpi();
        String form = form(kpi);
        String subject = words.find(subjectKey(kpi, form)).orElseGet(() -> words.pick(kpi.title()));
        String when = when(figure, figure.month());
        if (figure.value().isEmpty()) {
            String unknown = "unknown." + form;
            return words.say(unknown, SUBJECT, subject, WHEN, when, REASON, reason(figure));
        }
        KpiValue row = figure.row().orElseThrow();
        return words.say(
                "said." + form,
                SUBJECT,
                subject,
                WHEN,
                when,
                "value",
                value(figure, row, figure.value().get()),
                "basis",
                basis(figure, row),
                "change",
                figure.comparisonMonth().map(month -> change("change.", figure, month)).orElse(""));
    }

    /** Why there is no value, as a clause. */
    String reason(Figure figure) {
        List<String> datasets = unread(figure);
        if (!datasets.isEmpty()) {
            return words.list(datasets.stream().map(it -> words.say("unread." + it)).toList());
        }
        return figure.row()
                .filter(row -> row.reason().isPresent())
                .map(this::reason)
                .orElseGet(() -> figure.reason().map(this::reason).orElseGet(this::notAddedUp));
    }

    private String notAddedUp() {
        return words.code(REASON, "not_added_up");
    }

    /** Why a row has no value, as a clause. */
    String reason(KpiValue row) {
        return reasons.of(row.reason().orElse(Reason.NO_DATA), row);
    }

    /**
     * The datasets whose lack leaves a figure without a value, in order; none where there is one.
     */
    List<String> unread(Figure figure) {
        boolean isForLackOfData = figure.reason().filter(Reasons::isLackOfData).isPresent();
        return figure.value().isEmpty() && isForLackOfData
                ? unread.getOrDefault(figure.kpi().kpiId(), Set.of()).stream().sorted().toList()
                : List.of();
    }

    /** A reason as a clause. */
    String reason(Reason reason) {
        return reasons.of(reason);
    }

    /** Why a goal cannot be judged. */
    String reason(Assessment assessment) {
        return reasons.of(assessment);
    }

    /** How much of a value is known, in words. */
    String coverage(KpiValue row) {
        if (row.coverage().isEmpty()) {
            return words.say("coverage.unknown");
        }
        String coverage = coverage(row.coverage().get());
        if (row.value().isEmpty() || row.measuredShare().isEmpty()) {
            return words.say("coverage.known", "coverage", coverage);
        }
        double measured = row.measuredShare().get();
        if (measured >= Figure.COMPLETE) {
            return words.say("coverage.measured", "coverage", coverage);
        }
        return measured == 0
                ? words.say("coverage.modelled", "coverage", coverage)
                : words.say("coverage.mixed", "coverage", coverage, "measured", coverage(measured));
    }

    /** When a value of a month is about: the month, or the twelve months up to it. */
    String when(Figure figure, YearMonth month) {
        return words.say(
                figure.isYearly() ? "when.rolling_year" : "when.month",
                "month",
                words.month(month));
    }

    private String form(Kpi kpi) {
        for (String form : List.of("singular", "plural")) {
            if (words.find(subjectKey(kpi, form)).isPresent()) {
                return form;
            }
        }
        return "title";
    }

    private static String subjectKey(Kpi kpi, String form) {
        return "kpi." + kpi.kpiId() + "." + form;
    }

    private String value(Figure figure, KpiValue row, double value) {
        Kpi kpi = figure.kpi();
        String text =
                SAID_BY_SUBJECT.contains(kpi.unit())
                        ? numerals.bare(kpi, value)
                        : numerals.value(kpi, value);
        if (figure.isAtLeast(row)) {
            return words.say("at_least", "value", text);
        }
        return figure.isEstimated(row) ? words.say("estimated", "value", text) : text;
    }

    private String basis(Figure figure, KpiValue row) {
        if (!Figure.isPartial(row)) {
            return "";
        }
        boolean isMetered =
                figure.kpi().grain().contains("room")
                        && figure.kpi().overTime() != Kpi.OverTime.LAST
                        && !figure.isYearly();
        return words.say(
                isMetered ? "basis.measured" : "basis.known",
                "coverage",
                coverage(row.coverage().orElseThrow()));
    }

    private String change(String prefix, Figure figure, YearMonth month) {
        Figure.Compared compared = figure.comparedWith(month).orElseThrow();
        double now = compared.now();
        double then = compared.then();
        String when = when(figure, month);
        String per = compared.per().name().toLowerCase(Locale.ROOT);
        Kpi kpi = figure.kpi();
        if (numerals.isSame(kpi, now, then, compared.per())) {
            return words.say(prefix + "same", WHEN, when, PER, per);
        }
        boolean isAmount = kpi.overTime() == Kpi.OverTime.SUM;
        String direction =
                now < then ? (isAmount ? "less" : "lower") : (isAmount ? "more" : "higher");
        return words.say(
                prefix + direction, "size", changeSize(kpi, compared), WHEN, when, PER, per);
    }

    /** In percent where that says something, else in the KPI's unit. */
    private String changeSize(Kpi kpi, Figure.Compared compared) {
        boolean isInPercent =
                !kpi.isShare()
                        && Numerals.isAboveNoise(kpi, compared.then(), compared.per())
                        && Math.abs(compared.share()) >= 0.005;
        return isInPercent
                ? numerals.roundPercent(compared.share())
                : numerals.differenceSize(kpi, compared.now(), compared.then(), compared.per());
    }

    /** Which figures are better and which worse than they were; empty where none is either. */
    private Optional<String> others(List<Figure> figures, YearMonth month) {
        Map<Boolean, List<String>> changed =
                figures.stream()
                        .filter(figure -> isBetter(figure, month).isPresent())
                        .collect(
                                Collectors.partitioningBy(
                                        figure -> isBetter(figure, month).orElseThrow(),
                                        Collectors.mapping(
                                                figure -> words.pick(figure.kpi().title()),
                                                Collectors.toList())));
        List<String> better = changed.getOrDefault(true, List.of());
        List<String> worse = changed.getOrDefault(false, List.of());
        if (better.isEmpty() && worse.isEmpty()) {
            return Optional.empty();
        }
        String kind = better.isEmpty() ? "worse" : worse.isEmpty() ? "better" : "both";
        return Optional.of(
                words.say(
                        "others." + kind,
                        "month",
                        words.month(month),
                        "better",
                        named(better),
                        "worse",
                        named(worse)));
    }

    private static Optional<Boolean> isBetter(Figure figure, YearMonth month) {
        return figure.notable(month).flatMap(figure::isBetter);
    }

    private String named(List<String> titles) {
        List<String> named = new ArrayList<>(titles.subList(0, Math.min(NAMED, titles.size())));
        if (titles.size() > NAMED) {
            named.add(words.count("missing.more", titles.size() - NAMED));
        }
        return words.list(named);
    }

    private String coverage(double share) {
        return numerals.coverage(share);
    }
}
