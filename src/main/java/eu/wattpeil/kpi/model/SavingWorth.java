package eu.wattpeil.kpi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What savings come to in money and emissions, by the prices and factors of {@code
 * int_saving_worth}: the one place for rules and for measures. A sum of which a part is not known
 * is not known.
 */
final class SavingWorth {

    /** The relation of prices and factors: one row. */
    static final String RELATION = "int_saving_worth";

    private SavingWorth() {}

    /** What an amount can be worth. */
    enum Kind {
        EUR,
        KGCO2E;

        /** The word for it in names of columns. */
        String word() {
            return this == EUR ? "eur" : "kgco2e";
        }
    }

    /** A price or a factor, and the code that says which one is missing. */
    private record Term(Saving saving, String column, String missing) {}

    /**
     * What savings are worth, as an expression of SQL; empty where none of them is worth anything
     * of the kind.
     *
     * @param amount the expression of a saving
     */
    static Optional<String> of(Kind kind, List<Saving> saves, Function<Saving, String> amount) {
        if (kind == Kind.KGCO2E && saves.contains(Saving.KGCO2E)) {
            return Optional.of(amount.apply(Saving.KGCO2E));
        }
        String sum =
                terms(kind, saves).stream()
                        .map(it -> amount.apply(it.saving) + " * " + it.column)
                        .collect(Collectors.joining(" + "));
        return Optional.of(sum).filter(it -> !it.isEmpty());
    }

    /** The code of the first price or factor that is missing, as an expression; null for none. */
    static String missing(Kind kind, List<Saving> saves) {
        String cases =
                terms(kind, saves).stream()
                        .map(it -> " when " + it.column + " is null then '" + it.missing + "'")
                        .collect(Collectors.joining());
        return cases.isEmpty() ? "cast(null as string)" : "case" + cases + " end";
    }

    private static List<Term> terms(Kind kind, List<Saving> saves) {
        List<Term> terms = new ArrayList<>();
        for (Saving saving : saves) {
            switch (saving) {
                case KWH ->
                        terms.add(
                                kind == Kind.EUR
                                        ? new Term(saving, "eur_per_kwh", "price_of_electricity")
                                        : new Term(
                                                saving,
                                                "kgco2e_per_kwh",
                                                "emissions_of_electricity"));
                case SHEETS ->
                        terms.add(
                                kind == Kind.EUR
                                        ? new Term(saving, "eur_per_sheet", "price_of_paper")
                                        : new Term(
                                                saving, "kgco2e_per_sheet", "emissions_of_paper"));
                case IMPRESSIONS -> {
                    if (kind == Kind.EUR) {
                        terms.add(new Term(saving, "eur_per_impression", "price_of_printing"));
                    }
                }
                case KGCO2E -> {
                    // Emissions are worth no money.
                }
            }
        }
        return terms;
    }
}
