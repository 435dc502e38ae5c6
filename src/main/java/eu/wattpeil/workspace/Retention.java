package eu.wattpeil.workspace;

/**
 * How long the records of a dataset are kept, once their months are computed and published.
 *
 * @param dataset its name
 * @param months complete ones before the present one
 * @param place where the settings say it
 */
public record Retention(String dataset, int months, Place place) {

    public Retention {
        if (months < 1) {
            throw new IllegalArgumentException(
                    "keep: " + dataset + " is " + months + ", expected 1 month or more");
        }
    }
}
