package eu.wattpeil.report.words;

import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where factors and bounds come from and what they are of, in a language. What nobody wrote words
 * for stands as the tables have it: rows of a workspace's own are in the language of who wrote
 * them.
 */
public final class FactorWords {

    private final Words words;
    private final Numerals numerals;

    public FactorWords(Words words) {
        this.words = words;
        this.numerals = new Numerals(words);
    }

    /** Who says so, and where it was read. */
    public String source(Factor factor) {
        return words.source(factor.source());
    }

    /** Who draws the bound, and where that was read. */
    public String source(Threshold threshold) {
        return words.source(threshold.source());
    }

    /** Which edition of the source it is; empty where that is not told. */
    public String vintage(Factor factor) {
        return words.source(factor.vintage());
    }

    public String licence(Factor factor) {
        return words.source(factor.licence());
    }

    /** What it converts. */
    public String scope(Factor factor) {
        return code("factor.scope.", factor.scope());
    }

    /** How much of a life cycle it counts; empty where it counts none. */
    public String basis(Factor factor) {
        return code("factor.basis.", factor.basis());
    }

    /** The country or region that it is of. */
    public String region(Factor factor) {
        return code("factor.region.", factor.region());
    }

    /** How it was read; empty for a convention of our own, whose source says that itself. */
    public String grade(Factor factor) {
        return switch (factor.grade()) {
            case "A" -> words.say("explorer.grade.a");
            case "B" -> words.say("explorer.grade.b");
            case "C" -> words.say("explorer.grade.c");
            default -> "";
        };
    }

    /** All of its digits with its unit; empty where its source gives no value. */
    public Optional<String> value(Factor factor) {
        return factor.value().map(it -> numerals.exact(it, factor.unit()));
    }

    /** Its id, and what it is of. */
    public String name(Factor factor) {
        return joined(List.of(factor.factorId(), scope(factor), basis(factor), region(factor)));
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String code(String prefix, String code) {
        return code.isEmpty() ? "" : words.find(prefix + code).orElse(code);
    }
}
