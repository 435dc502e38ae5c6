package eu.wattpeil.report.workbook;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the workbook is of, what its sheets hold, how to read them, and under which licences. */
final class AboutSheet {

    private final List<List<Cell>> rows = new ArrayList<>();
    private final Words words;

    private AboutSheet(Words words) {
        this.words = words;
    }

    /** A sheet and what it holds. */
    record Entry(String sheet, String what) {}

    static Sheet of(MonthlyReport report, Speech speech, List<Entry> contents) {
        AboutSheet about = new AboutSheet(speech.words());
        about.addEdition(report.facts());
        report.until()
                .ifPresent(
                        day ->
                                about.say(
                                        "not_over",
                                        about.words.say(
                                                "brief.not_over.text",
                                                "date",
                                                about.words.date(day))));
        contents.forEach(it -> about.add(it.sheet(), Cell.text(it.what())));
        about.addRules(report.facts().organisation());
        about.addLicences(report.factors(), speech.factorWords());
        return new Sheet(
                "about",
                List.of(speech.say("about"), report.facts().organisation().name()),
                Sheet.Kind.TEXT,
                about.rows);
    }

    private void add(String what, Cell cell) {
        rows.add(List.of(Cell.text(what), cell));
    }

    private void say(String key, String text) {
        add(words.say("book." + key), Cell.text(text));
    }

    private void addEdition(MonthlyFacts facts) {
        add(words.say("label.month"), Cell.month(facts.month()));
        add(words.say("book.edition"), Cell.plain(facts.edition()));
        say("software", facts.softwareVersion());
        say("inputs", facts.inputsFingerprint());
        say("zone", facts.organisation().zone().getId());
    }

    private void addRules(Organisation organisation) {
        Numerals numerals = new Numerals(words);
        say("empty", words.say("book.empty.what"));
        add(
                words.say("label.coverage"),
                Cell.text(
                        words.say(
                                "rule.coverage",
                                "minimum",
                                numerals.coverage(organisation.minimumCoverage()))));
        say("measured", words.say("book.measured.what"));
        say("numbers", words.say("book.numbers.what"));
        say("ratios", words.say("rule.ratio"));
        say("comparison", words.say("book.comparison.what"));
        say("verdict", words.say("rule.verdict"));
        say("forecast", words.say("rule.forecast"));
        say(
                "people",
                words.say(
                        "rule.people", "minimum", numerals.whole(organisation.minimumGroupSize())));
    }

    /** Each licence with the factors that are under it. */
    private void addLicences(List<Factor> factors, FactorWords said) {
        TreeMap<String, TreeSet<String>> licences = new TreeMap<>();
        for (Factor factor : factors) {
            licences.computeIfAbsent(said.licence(factor), it -> new TreeSet<>())
                    .add(said.source(factor));
        }
        licences.forEach(
                (licence, sources) ->
                        add(
                                words.told(words.say("label.licence"), licence),
                                Cell.text(String.join("\n", sources))));
    }
}
