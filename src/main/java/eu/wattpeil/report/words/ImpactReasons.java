package eu.wattpeil.report.words;

/** Why nobody knows what a year of a measure comes to. */
public final class ImpactReasons {

    /** Of an edition, or of a KPI, that says nothing. */
    public static final String NOT_SAID = "not_said";

    private final Words words;

    public ImpactReasons(Words words) {
        this.words = words;
    }

    /** What is missing; what findings miss, too, is said as there. */
    public String of(String code) {
        return words.find("impact.missing." + code)
                .or(() -> words.find("finding.missing." + code))
                .orElseGet(() -> code.replace('_', ' '));
    }
}
