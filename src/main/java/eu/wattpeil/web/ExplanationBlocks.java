package eu.wattpeil.web;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.explanation.ExplanationFlow;
import eu.wattpeil.report.explanation.ExplanationFlow.Heading;
import eu.wattpeil.report.explanation.ExplanationFlow.Item;
import eu.wattpeil.report.explanation.ExplanationFlow.Sentence;
import eu.wattpeil.report.explanation.ExplanationFlow.Table;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Cell;
import eu.wattpeil.web.Page.Head;
import eu.wattpeil.web.Page.Link;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Settings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows how a value came about, and leads to others. */
final class ExplanationBlocks {

    private static final String VALUE = "value";
    private static final String NUMBER = "–|-?[0-9][0-9.]*";

    private final Reader reader;
    private final Settings settings;

    ExplanationBlocks(Reader reader, Settings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** What is said where there is no such value; the same for all that there is not. */
    Block nothing() {
        return Block.of(VALUE, reader.say("page.explain"), List.of(reader.say("explain.nothing")));
    }

    /** The figures of a month whose values can be explained. */
    Block figures(Edition month, List<Kpi> kpis) {
        List<List<Cell>> rows = new ArrayList<>();
        kpis.stream()
                .sorted(Comparator.comparing(Kpi::kpiId))
                .forEach(
                        kpi ->
                                rows.add(
                                        List.of(
                                                new Cell(
                                                        reader.words().pick(kpi.title()),
                                                        reader.address(
                                                                PagesController.EXPLAIN,
                                                                "kpi",
                                                                kpi.kpiId(),
                                                                "month",
                                                                month.month().toString())),
                                                Cell.of(kpi.kpiId()))));
        return new Block(
                "figures",
                reader.words().capitalised(reader.words().month(month.month())),
                List.of(reader.say("explain.choose")),
                List.of(),
                List.of(reader.head("meaning"), reader.head("name")),
                rows);
    }

    /** Of what a figure is known, where it is not of what was asked. */
    Block choices(Kpi kpi, List<KpiValue> values) {
        List<List<Cell>> rows = new ArrayList<>();
        values.stream()
                .sorted(
                        Comparator.comparing(KpiValue::scope, Scope.ORDER)
                                .thenComparing(KpiValue::period))
                .forEach(
                        value ->
                                rows.add(
                                        List.of(
                                                new Cell(value.scope().toString(), address(value)),
                                                Cell.of(period(value)))));
        return new Block(
                "choices",
                reader.words().pick(kpi.title()),
                List.of(reader.say("explain.choose_scope")),
                List.of(),
                List.of(reader.head("scope"), reader.head("period")),
                rows);
    }

    /** Of a value that is not shown only why. */
    Block withheld(Kpi kpi, KpiValue value, Reason reason) {
        return new Block(
                VALUE,
                title(kpi),
                List.of(
                        value.scope()
                                + ", "
                                + period(value)
                                + ": "
                                + reader.words().say("not_known"),
                        reader.words()
                                        .capitalised(
                                                reader.words()
                                                        .say(
                                                                "reason." + reason.code(),
                                                                "minimum",
                                                                settings.minimumGroupSize()))
                                + ".",
                        reader.words().say("explain.cure." + reason.code())),
                List.of(),
                List.of(),
                List.of());
    }

    /** What is said while there is no answer, or there will be none. */
    Block without(Kpi kpi, Question question, String key) {
        return new Block(
                VALUE,
                title(kpi),
                List.of(reader.say(key)),
                List.of(new Link(reader.say("explain.look_again"), address(question), "", false)),
                List.of(),
                List.of());
    }

    /** An explanation: a block for each part, and for what follows a table in one. */
    List<Block> explained(ExplanationFlow flow, List<Link> links) {
        List<Block> blocks = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        String title = "";
        boolean isBegun = false;
        int number = 0;
        for (Item item : flow.items()) {
            if (item instanceof Sentence sentence && title.isEmpty()) {
                title = sentence.text();
            } else if (item instanceof Sentence sentence) {
                sentences.add(sentence.text());
            } else if (item instanceof Heading heading) {
                if (!isBegun || !sentences.isEmpty()) {
                    blocks.add(block(++number, isBegun ? "" : title, title, sentences, List.of()));
                }
                title = heading.text();
                isBegun = false;
                sentences.clear();
            } else if (item instanceof Table table) {
                blocks.add(block(++number, isBegun ? "" : title, title, sentences, table.rows()));
                isBegun = true;
                sentences.clear();
            }
        }
        if (!isBegun || !sentences.isEmpty()) {
            blocks.add(block(++number, isBegun ? "" : title, title, sentences, List.of()));
        }
        Block first = blocks.get(0);
        blocks.set(
                0,
                new Block(
                        first.id(),
                        first.title(),
                        first.sentences(),
                        links,
                        first.heads(),
                        first.rows(),
                        first.label()));
        return blocks;
    }

    private static Block block(
            int number,
            String title,
            String part,
            List<String> sentences,
            List<List<String>> rows) {
        List<Integer> columns = columns(rows);
        List<Head> heads = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int column : columns) {
            heads.add(new Head(rows.get(0).get(column), isOfNumbers(rows, column)));
        }
        rows.stream()
                .skip(1)
                .forEach(
                        row ->
                                cells.add(
                                        columns.stream().map(it -> Cell.of(row.get(it))).toList()));
        return new Block(
                "part-" + number,
                title,
                sentences,
                List.of(),
                heads,
                cells,
                title.isEmpty() ? part + " (" + number + ")" : "");
    }

    /** Those that are not empty. */
    private static List<Integer> columns(List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < rows.get(0).size(); i++) {
            int column = i;
            if (rows.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty())) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean isOfNumbers(List<List<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .allMatch(it -> it.isEmpty() || it.matches(NUMBER));
    }

    /**
     * To the months beside it, its other periods, the whole of which it is a part, and the page of
     * all figures.
     */
    List<Link> links(Question question, List<Edition> months, List<KpiValue> values) {
        List<Link> links = new ArrayList<>();
        for (Period period : Period.REPORTED) {
            Question other =
                    new Question(question.kpiId(), question.month(), question.scope(), period);
            if (period != question.period() && isThere(other, values)) {
                links.add(new Link(when(other), address(other), "", false));
            }
        }
        Question whole =
                new Question(
                        question.kpiId(), question.month(), Scope.ORGANISATION, question.period());
        if (!question.scope().isOrganisation() && isThere(whole, values)) {
            links.add(new Link(reader.say("explain.whole"), address(whole), "", false));
        }
        for (int step : new int[] {-1, 1}) {
            months.stream()
                    .filter(it -> it.month().equals(question.month().plusMonths(step)))
                    .map(
                            it ->
                                    new Question(
                                            question.kpiId(),
                                            it.month(),
                                            question.scope(),
                                            question.period()))
                    .forEach(it -> links.add(new Link(when(it), address(it), "", false)));
        }
        explorer(question).ifPresent(links::add);
        return links;
    }

    private static boolean isThere(Question question, List<KpiValue> values) {
        return values.stream().anyMatch(it -> isOf(it, question));
    }

    static boolean isOf(KpiValue value, Question question) {
        return value.kpiId().equals(question.kpiId())
                && value.scope().equals(question.scope())
                && value.period() == question.period();
    }

    private Optional<Link> explorer(Question question) {
        String file =
                LanguageFile.name(
                        HtmlForm.EXPLORER, reader.words().language(), settings.languages());
        return Files.isRegularFile(settings.reports().resolve(file))
                ? Optional.of(
                        new Link(
                                reader.say("reports.explorer"),
                                PagesConfiguration.REPORTS
                                        + file
                                        + "#"
                                        + Reader.query(
                                                "kpi",
                                                question.kpiId(),
                                                "scope",
                                                question.scope().toString(),
                                                "period",
                                                question.period().code(),
                                                "month",
                                                question.month().toString(),
                                                "to",
                                                question.month().toString()),
                                "",
                                false))
                : Optional.empty();
    }

    private String title(Kpi kpi) {
        return reader.words().pick(kpi.title()) + " (" + kpi.kpiId() + ")";
    }

    private String period(KpiValue value) {
        return when(new Question(value.kpiId(), value.month(), value.scope(), value.period()));
    }

    private String when(Question question) {
        String month = reader.words().month(question.month());
        return question.period() == Period.MONTH
                ? month
                : reader.words().code("explain.period", question.period().code()) + " " + month;
    }

    private String address(KpiValue value) {
        return address(new Question(value.kpiId(), value.month(), value.scope(), value.period()));
    }

    /** Of the page that explains a value. */
    String address(Question question) {
        return reader.address(
                PagesController.EXPLAIN,
                "kpi",
                question.kpiId(),
                "month",
                question.month().toString(),
                "scope",
                question.scope().toString(),
                "period",
                question.period().code());
    }
}
