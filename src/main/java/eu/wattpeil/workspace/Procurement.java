package eu.wattpeil.workspace;

import java.util.List;

/**
 * What purchases and contracts are judged by.
 *
 * @param labels what the labels of purchases stand for
 * @param circularClauses the clauses of contracts that count as circular
 */
public record Procurement(List<Label> labels, List<CircularClause> circularClauses) {

    /** Nothing to judge by. */
    public static final Procurement NONE = new Procurement(List.of(), List.of());

    public Procurement {
        labels = List.copyOf(labels);
        circularClauses = List.copyOf(circularClauses);
    }
}
