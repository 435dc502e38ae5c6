package eu.wattpeil.report.words;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Rule;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings in plain words of a language; where it has none, in English. */
public final class FindingWords {

    /** An estimate has no more digits than it can keep. */
    private static final MathContext ESTIMATE = new MathContext(2, RoundingMode.HALF_UP);

    private static final MathContext FACT = new MathContext(3, RoundingMode.HALF_UP);

    /** Values of the configuration stand as they are. */
    private static final MathContext VALUE = MathContext.DECIMAL64;

    private static final Set<String> COUNTED =
            Set.of("servers", "sensors", "devices", "sheets", "impressions");

    private static final String SAVING = "saving";
    private static final String INDENT = "    ";
    private static final String PREFIX = "finding.";
    private static final String OWN = "own ";

    private final Texts texts;
    private final Locale language;
    private final Words words;
    private final Numerals numerals;
    private final FactorWords factorWords;

    public FindingWords(Texts texts, Locale language) {
        this.texts = texts;
        this.language = language;
        this.words = Words.ofOrEnglish(texts, language);
        this.numerals = new Numerals(words);
        this.factorWords = new FactorWords(words);
    }

    /** A text of the rule; empty where nobody wrote one. */
    public Optional<String> text(Finding finding, String what) {
        return find(PREFIX + finding.ruleId() + "." + what);
    }

    /** What the rule is called; its id where nobody said it. */
    public String title(Finding finding) {
        return text(finding, "title").orElse(finding.ruleId());
    }

    /** A finding as a paragraph of lines. */
    public List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(words.told(title(finding) + " \u2013 " + finding.scope(), standing(finding)));
        parts(finding).forEach(it -> lines.add(INDENT + words.told(it.word(), it.text())));
        return lines;
    }

    /** What it came to and how far it is. */
    public String standing(Finding finding) {
        String outcome = code("outcome", finding.outcome().name().toLowerCase(Locale.ROOT));
        return isFound(finding) ? outcome + ", " + status(finding) : outcome;
    }

    /** How far it is. */
    public String status(Finding finding) {
        return code("status", finding.status());
    }

    /** A part of what is said of a finding. */
    public record Part(String word, String text) {}

    /** All that is said of a finding but for its saving, each with its word in front. */
    public List<Part> background(Finding finding) {
        String saving = code("word", SAVING);
        return parts(finding).stream().filter(it -> !it.word().equals(saving)).toList();
    }

    /** All that is said of a finding, each with its word in front. */
    public List<Part> parts(Finding finding) {
        List<Part> parts = new ArrayList<>();
        if (!finding.facts().isEmpty()) {
            add(parts, "facts", words.parts(finding.facts().stream().map(this::fact).toList()));
        }
        finding.missing()
                .ifPresent(
                        it ->
                                add(
                                        parts,
                                        isFound(finding) ? "no_estimate" : "missing",
                                        missing(it)));
        if (isFound(finding)) {
            addWhatWasFound(parts, finding);
        }
        return parts;
    }

    /** What is missing for a judgement or an estimate. */
    public String missing(String code) {
        return code("missing", code);
    }

    /** What may be saved in a year; empty where that cannot be told. */
    public String saving(Finding finding) {
        return aYear(words.parts(savings(finding).toList()));
    }

    private Stream<String> savings(Finding finding) {
        return Stream.of(
                        amount(finding.kwh(), "kWh"),
                        amount(finding.eur(), "EUR"),
                        amount(finding.kgco2e(), "kgCO2e"))
                .flatMap(Optional::stream);
    }

    private String aYear(String saving) {
        return saving.isEmpty() ? "" : code("word", "a_year").replace("{saving}", saving);
    }

    /** What keeps a reader from adding up what cannot be added up. */
    public String overlap() {
        return code("word", "overlap");
    }

    /** What may be saved in a year, in electricity and money alone. */
    public String shortSaving(Finding finding) {
        return aYear(
                Stream.of(amount(finding.kwh(), "kWh"), amount(finding.eur(), "EUR"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    private void addWhatWasFound(List<Part> parts, Finding finding) {
        String saving = words.parts(savings(finding).toList());
        if (!saving.isEmpty()) {
            add(parts, SAVING, saving);
        }
        for (String what : List.of("advice", "assumption", "confirmation")) {
            text(finding, what).ifPresent(it -> add(parts, what, it));
        }
        finding.rule()
                .ifPresent(
                        it ->
                                add(
                                        parts,
                                        "source",
                                        source(finding, it)
                                                + " ("
                                                + code("grade", it.grade())
                                                + ")"));
        if (!finding.values().isEmpty()) {
            add(parts, "values", words.parts(finding.values().stream().map(this::value).toList()));
        }
        finding.state()
                .ifPresent(
                        it ->
                                add(
                                        parts,
                                        "status",
                                        Stream.of(
                                                        status(finding),
                                                        words.date(it.since()),
                                                        pick(it.owner()),
                                                        pick(it.reason()))
                                                .filter(text -> !text.isEmpty())
                                                .collect(Collectors.joining(", "))));
    }

    /** What the workspace says in the reader's language, as it is asked to. */
    public String pick(Map<Locale, String> byLanguage) {
        return Texts.pick(byLanguage, language);
    }

    /** In the reader's language, unless the workspace has a source of its own for the rule. */
    public String source(Finding finding, Rule rule) {
        boolean isPackaged =
                texts.find("en", PREFIX + finding.ruleId() + ".source")
                        .filter(rule.source().replace("'", "’")::equals)
                        .isPresent();
        return isPackaged ? text(finding, "source").orElse(rule.source()) : rule.source();
    }

    private String value(Threshold threshold) {
        return words.told(
                threshold.threshold() + " " + amount(threshold.value(), threshold.unit(), VALUE),
                factorWords.source(threshold) + grade(threshold));
    }

    /** A source that says itself that the value is our own needs no grade that repeats it. */
    private String grade(Threshold threshold) {
        return threshold.grade().equals("P") && threshold.source().startsWith(OWN)
                ? ""
                : " (" + code("grade", threshold.grade()) + ")";
    }

    private static boolean isFound(Finding finding) {
        return finding.outcome() == Findings.Outcome.FOUND;
    }

    private void add(List<Part> parts, String word, String text) {
        parts.add(new Part(code("word", word), text));
    }

    private String fact(Finding.Fact fact) {
        return code("fact", fact.code()) + " " + amount(fact.value(), fact.unit(), FACT);
    }

    /** What is counted is named by the fact itself; a day is a number such as 20261003. */
    private String amount(BigDecimal value, String unit, MathContext digits) {
        if (unit.equals("flag")) {
            return code("word", value.signum() == 0 ? "no" : "yes");
        }
        if (unit.equals("share")) {
            return number(value.movePointRight(2), digits) + Numerals.NO_BREAK + "%";
        }
        if (unit.equals("date")) {
            return words.date(LocalDate.parse(value.toBigInteger().toString(), BASIC_ISO_DATE));
        }
        return COUNTED.contains(unit)
                ? number(value, digits)
                : joined(number(value, digits), unit(unit));
    }

    private Optional<String> amount(Finding.Range range, String unit) {
        if (!range.isKnown()) {
            return Optional.empty();
        }
        Optional<String> low = range.low().map(it -> number(it, ESTIMATE));
        Optional<String> high = range.high().map(it -> number(it, ESTIMATE));
        String said =
                low.isPresent() && high.isPresent() && !low.equals(high)
                        ? code("word", "range")
                                .replace("{low}", low.get())
                                .replace("{high}", high.get())
                        : high.isPresent()
                                ? high.get()
                                : code("word", "at_least").replace("{low}", low.orElseThrow());
        return Optional.of(joined(said, unit(unit)));
    }

    private static String joined(String number, String unit) {
        return unit.isEmpty() ? number : number + Numerals.NO_BREAK + unit;
    }

    /** A unit of a ratio of the same things is written as nothing. */
    private String unit(String unit) {
        return find("unit." + unit).orElse(unit);
    }

    /** A number as the language writes it; whole above a hundred. */
    private String number(BigDecimal number, MathContext digits) {
        BigDecimal rounded =
                digits.equals(FACT) && number.abs().compareTo(BigDecimal.valueOf(100)) >= 0
                        ? number.setScale(0, RoundingMode.HALF_UP)
                        : number.round(digits);
        return numerals.plainly(rounded.stripTrailingZeros());
    }

    private String code(String kind, String code) {
        return find(PREFIX + kind + "." + code).orElse(code.replace('_', ' '));
    }

    private Optional<String> find(String key) {
        return texts.find(language.getLanguage(), key).or(() -> texts.find("en", key));
    }
}
