package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The order lines of each month, as the financial software exports them. Devices are those that the
 * asset register lists as ordered in that month. The oddities are told at {@link SampleData}.
 */
final class Purchases {

    private static final String HEADER =
            "Bestelling;Besteldatum;Artikelgroep;Merk;Model;Leverancier;Contract;ICT;Aantal;"
                    + "Vellen;Bedrag excl. btw;Gewicht (kg);Waarvan secundair (kg);Toestand;"
                    + "Keurmerken;Type I geldig;Nagekeken op;Keurmerk mogelijk;Criteria;Voldaan";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Before it nobody asked for conditions, labels and criteria. */
    private static final YearMonth FIRST_ASKED = YearMonth.of(2025, 11);

    private static final YearMonth RECYCLED_PAPER = YearMonth.of(2026, 3);
    private static final YearMonth FAIR_MICE = YearMonth.of(2026, 5);
    private static final YearMonth MISTYPED = YearMonth.of(2026, 4);
    private static final int BOXES_OF_PAPER = 16;

    private final SamplePeriod period;
    private final AssetHistory history;
    private final SampleRandom random;
    private final Truth truth;
    private int lastOrder = 4_100;

    Purchases(SamplePeriod period, AssetHistory history, SampleRandom random, Truth truth) {
        this.period = period;
        this.history = history;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        List<String> corrected = new ArrayList<>();
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add(HEADER);
            corrected.forEach(file::add);
            corrected.clear();
            List<Line> lines = linesOf(month);
            for (Line line : lines) {
                String order = "BB-" + lastOrder++;
                if (isMistyped(line)) {
                    file.add(line.of(10 * line.quantity()).row(order));
                    corrected.add(line.row(order));
                } else {
                    file.add(line.row(order));
                }
            }
            file.writeTo(folder.resolve("bestellingen-" + month + ".csv.gz"));
            count(month, lines);
        }
    }

    private List<Line> linesOf(YearMonth month) {
        Map<List<Object>, Line> devices = new LinkedHashMap<>();
        for (AssetHistory.Step step : history.stepsOf(month)) {
            if (step.isNew()) {
                Article article = Article.of(step.after());
                LocalDate day = step.after().purchasedOn();
                devices.merge(
                        List.of(article, day),
                        new Line(day, article, 1),
                        (one, other) -> one.of(one.quantity() + 1));
            }
        }
        List<Line> lines = new ArrayList<>(devices.values());
        boolean isMostlyRecycled = !month.isBefore(RECYCLED_PAPER);
        int virgin = isMostlyRecycled ? 2 + random.nextInt(2) : 11 + random.nextInt(2);
        lines.add(new Line(month.atDay(3), Article.paper(false), virgin));
        lines.add(new Line(month.atDay(3), Article.paper(true), BOXES_OF_PAPER - virgin));
        LocalDate tonerDay = month.atDay(random.between(6, 20));
        int remanufactured = Math.min(9, 2 + period.age(month) / 2);
        lines.add(new Line(tonerDay, Article.toner(Article.NEW), 12 - remanufactured));
        lines.add(new Line(tonerDay, Article.toner(Article.REMANUFACTURED), remanufactured));
        if (period.age(month) % 4 == 1) {
            lines.add(new Line(tonerDay, Article.toner(Article.REFILLED), 2));
        }
        if (period.age(month) % 3 == 0) {
            lines.add(new Line(month.atDay(22), Article.chair(), random.between(2, 8)));
        }
        if (period.age(month) % 5 == 3) {
            boolean isFair = !month.isBefore(FAIR_MICE);
            lines.add(new Line(month.atDay(12), Article.mouse(isFair), 20));
        }
        lines.sort(Comparator.comparing(Line::day));
        return lines;
    }

    private static boolean isMistyped(Line line) {
        return YearMonth.from(line.day()).equals(MISTYPED)
                && line.article().equals(Article.toner(Article.NEW));
    }

    private void count(YearMonth month, List<Line> lines) {
        set(month, "purchase_lines", lines, line -> true, line -> 1);
        set(month, "laptops_bought", lines, line -> line.isOf("Laptop"), Line::quantity);
        set(
                month,
                "laptops_bought_refurbished",
                lines,
                line -> line.isOf("Laptop") && line.article().condition().equals("Refurbished"),
                Line::quantity);
        set(month, "paper_bought_g", lines, line -> line.isOf("Papier"), Line::grams);
        set(
                month,
                "paper_bought_recycled_g",
                lines,
                line -> line.isOf("Papier"),
                line -> line.grams() * line.article().secondaryPercent() / 100);
        set(month, "cartridges_bought", lines, line -> line.isOf("Toner"), Line::quantity);
        set(
                month,
                "cartridges_bought_remanufactured",
                lines,
                line -> line.article().condition().equals(Article.REMANUFACTURED),
                Line::quantity);
        set(month, "ict_bought_pieces", lines, line -> line.article().isIct(), Line::quantity);
        set(month, "mice_bought_fair", lines, Line::isFair, Line::quantity);
        set(month, "ict_bought_cents", lines, line -> line.article().isIct(), Line::cents);
        set(
                month,
                "ict_bought_all_criteria_cents",
                lines,
                line -> line.article().isIct() && line.article().meetsAllCriteria(),
                Line::cents);
    }

    private void set(
            YearMonth month,
            String figure,
            List<Line> lines,
            Predicate<Line> chosen,
            ToLongFunction<Line> amount) {
        truth.set(month, figure, lines.stream().filter(chosen).mapToLong(amount).sum());
    }

    /** An order of some pieces of one article. */
    private record Line(LocalDate day, Article article, int quantity) {

        Line of(int pieces) {
            return new Line(day, article, pieces);
        }

        boolean isOf(String group) {
            return article.group().equals(group);
        }

        boolean isFair() {
            return article.labels().equals("Fairtrade");
        }

        long cents() {
            return (long) quantity * article.cents();
        }

        long grams() {
            return (long) quantity * article.grams();
        }

        String row(String order) {
            boolean isAsked = !YearMonth.from(day).isBefore(FIRST_ASKED);
            String secondary =
                    article.secondaryPercent() < 0
                            ? ""
                            : Thousandths.text(grams() * article.secondaryPercent() / 100);
            return String.join(
                    ";",
                    order,
                    DATE.format(day),
                    article.group(),
                    article.maker(),
                    article.model().replace("\"", "”"),
                    article.supplier(),
                    article.contract(),
                    article.isIct() ? "ja" : "nee",
                    String.valueOf(quantity),
                    article.sheets() == 0 ? "" : String.valueOf(quantity * article.sheets()),
                    cents() / 100 + "," + String.valueOf(100 + cents() % 100).substring(1),
                    Thousandths.text(grams()),
                    isAsked || article.sheets() > 0 ? secondary : "",
                    isAsked ? article.condition() : "",
                    isAsked ? '"' + article.labels() + '"' : "",
                    !isAsked ? "" : article.hasType1LabelOn(day) ? "ja" : "nee",
                    isAsked ? DATE.format(day) : "",
                    !isAsked ? "" : article.isLabelPossible() ? "ja" : "nee",
                    isAsked ? String.valueOf(article.criteria()) : "",
                    isAsked ? String.valueOf(article.criteriaMet()) : "");
        }
    }
}
