package eu.wattpeil.report;

import eu.wattpeil.goal.Verdict;
import eu.wattpeil.report.content.Standing;
import eu.wattpeil.report.page.GoalWords;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says in a language how goals stood month after month. */
final class IndexWriter {

    /** Months of the strip: two years and the one that they are compared with. */
    private static final int MONTHS = 25;

    private static final ReportPage.VerdictMark NONE = new ReportPage.VerdictMark("", "", "");

    private final Words words;
    private final List<Standing> standings;
    private final List<YearMonth> months;

    IndexWriter(Words words, List<Standing> standings) {
        this.words = words;
        this.standings = standings;
        months = months(standings);
    }

    /** Without holes, up to the last month that has a verdict. */
    private static List<YearMonth> months(List<Standing> standings) {
        List<YearMonth> known =
                standings.stream().flatMap(it -> it.verdicts().keySet().stream()).sorted().toList();
        if (known.isEmpty()) {
            return List.of();
        }
        YearMonth last = known.get(known.size() - 1);
        YearMonth earliest = last.minusMonths(MONTHS - 1L);
        YearMonth first =
                List.of(known.get(0), earliest).stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<YearMonth> all = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            all.add(month);
        }
        return all;
    }

    List<IndexPage.Head> heads() {
        return IntStream.range(0, months.size())
                .mapToObj(
                        index -> {
                            YearMonth month = months.get(index);
                            String name = words.capitalised(words.month(month));
                            boolean isFirst = index == 0 || month.getMonthValue() == 1;
                            return new IndexPage.Head(
                                    name,
                                    name.substring(0, 1),
                                    isFirst ? Integer.toString(month.getYear()) : "");
                        })
                .toList();
    }

    List<IndexPage.GoalStrip> goals() {
        return standings.stream()
                .map(
                        it ->
                                new IndexPage.GoalStrip(
                                        words.pick(it.goal().title()),
                                        months.stream().map(month -> mark(it, month)).toList()))
                .toList();
    }

    private ReportPage.VerdictMark mark(Standing standing, YearMonth month) {
        Optional<Verdict> verdict = Optional.ofNullable(standing.verdicts().get(month));
        return verdict.map(it -> GoalWords.mark(words, it)).orElse(NONE);
    }
}
