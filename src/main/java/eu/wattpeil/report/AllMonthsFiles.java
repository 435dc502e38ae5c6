package eu.wattpeil.report;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Rows;
import eu.wattpeil.report.form.AllKpisCsv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What stands beside the list of months and is made of all months: the table of all values, and the
 * page of all figures in each language. The months are read once for both.
 */
public final class AllMonthsFiles {

    /** Months that are held at once, of which the next are read in the meantime. */
    private static final int MONTHS_AT_ONCE = 12;

    /** What they are made of, beside texts. */
    public static final List<String> TEMPLATES = ExplorerHtml.TEMPLATES;

    private final ReportFolder folder;
    private final ExplorerPages pages;

    /** What there is. */
    public enum Kind {
        /** {@link AllKpisCsv#FILE}. */
        TABLE,
        /** To look through all figures without anything else. */
        PAGE
    }

    /**
     * @param templates from a template's file name to its text
     */
    public AllMonthsFiles(ReportFolder folder, UnaryOperator<String> templates) {
        this.folder = folder;
        this.pages = new ExplorerPages(folder, templates);
    }

    /**
     * Those of some that are not there.
     *
     * @param languages of the reports, the main one first
     */
    public Set<Kind> missing(Set<Kind> some, List<Locale> languages) {
        Set<Kind> missing = EnumSet.noneOf(Kind.class);
        for (Kind kind : some) {
            if (!files(kind, languages).stream().allMatch(Files::exists)) {
                missing.add(kind);
            }
        }
        return missing;
    }

    /**
     * The files of one.
     *
     * @param languages of the reports, the main one first
     */
    public List<Path> files(Kind kind, List<Locale> languages) {
        return switch (kind) {
            case TABLE -> List.of(folder.file(AllKpisCsv.FILE));
            case PAGE -> pages.files(languages);
        };
    }

    /** Writes some of them. */
    public void publish(AllMonths all, Set<Kind> kinds) throws IOException {
        Optional<Rows> page =
                kinds.contains(Kind.PAGE) ? Optional.of(Rows.of(all)) : Optional.empty();
        if (kinds.contains(Kind.TABLE)) {
            folder.write(
                    folder.file(AllKpisCsv.FILE),
                    target -> {
                        Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
                        try (AllKpisCsv csv = new AllKpisCsv(all.newest(), text)) {
                            read(all, all.months(), page, csv::add);
                        }
                    });
        } else if (page.isPresent()) {
            List<YearMonth> shown = all.months().stream().filter(page.get()::shows).toList();
            read(all, shown, page, nobody -> {});
        }
        if (page.isPresent()) {
            pages.publish(all, page.get());
        }
    }

    /** Some months are taken up while the next are read. */
    private static void read(
            AllMonths all,
            List<YearMonth> months,
            Optional<Rows> page,
            Consumer<List<KpiValue>> table) {
        try (Crew crew = new Crew()) {
            Deque<Supplier<SomeMonths>> ahead = new ArrayDeque<>();
            for (int at = 0; at < months.size(); at += MONTHS_AT_ONCE) {
                List<YearMonth> some =
                        months.subList(at, Math.min(months.size(), at + MONTHS_AT_ONCE));
                ahead.add(crew.begin(() -> SomeMonths.read(all, some, page)));
                if (ahead.size() > 1) {
                    ahead.remove().get().giveTo(page, table);
                }
            }
            ahead.forEach(it -> it.get().giveTo(page, table));
        }
    }

    /**
     * Some months, in order.
     *
     * @param rows of those that have any
     * @param causes of those that the page shows
     */
    private record SomeMonths(
            List<YearMonth> months,
            Map<YearMonth, List<KpiValue>> rows,
            Map<YearMonth, AllMonths.Causes> causes) {

        static SomeMonths read(AllMonths all, List<YearMonth> months, Optional<Rows> page) {
            List<YearMonth> shown =
                    page.map(it -> months.stream().filter(it::shows).toList()).orElse(List.of());
            List<AllMonths.Causes> told = shown.isEmpty() ? List.of() : all.causes().apply(shown);
            Map<YearMonth, AllMonths.Causes> causes = new HashMap<>();
            for (int i = 0; i < shown.size(); i++) {
                causes.put(shown.get(i), told.get(i));
            }
            return new SomeMonths(months, all.rows(months), causes);
        }

        void giveTo(Optional<Rows> page, Consumer<List<KpiValue>> table) {
            for (YearMonth month : months) {
                List<KpiValue> ofMonth = rows.getOrDefault(month, List.of());
                table.accept(ofMonth);
                AllMonths.Causes why = causes.get(month);
                if (why != null) {
                    page.orElseThrow().add(month, ofMonth, why);
                }
            }
        }
    }
}
