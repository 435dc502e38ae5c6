package eu.wattpeil.sample;

import java.util.List;

/** The clauses that the register of contracts knows, by the names it has for them. */
final class Clauses {

    static final String HUMAN_RIGHTS = "mensenrechten";
    static final String ELECTRONICS_WATCH = "electronics_watch";
    static final String TAKE_BACK = "terugname";
    static final String REPAIR = "herstelling";
    static final String BATTERY = "batterij_vervangbaar";
    static final String REFURBISHED = "refurbished_mogelijk";
    static final String PACKAGING = "verpakking";

    static final List<String> ALL =
            List.of(
                    HUMAN_RIGHTS,
                    ELECTRONICS_WATCH,
                    TAKE_BACK,
                    REPAIR,
                    BATTERY,
                    REFURBISHED,
                    PACKAGING);

    private Clauses() {}
}
