package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * What the organisation made of a finding: an entry of {@code config/findings.yaml}. A finding
 * without one is new.
 *
 * @param ruleId the rule
 * @param scope where it was found
 * @param since the day of the decision
 * @param reason why, by language; empty where nothing is said, which a dismissed one does not allow
 * @param owner the role that sees to it, by language; empty where nothing is said
 * @param place where it stands, for messages
 */
public record FindingState(
        String ruleId,
        Scope scope,
        Status status,
        LocalDate since,
        Map<Locale, String> reason,
        Map<Locale, String> owner,
        Place place) {

    /** How far it is. */
    public enum Status {
        /** It will be done. */
        ACCEPTED,
        /** It has been done. */
        DONE,
        /** It will not be done. */
        DISMISSED
    }

    public FindingState {
        reason = Titles.copy(reason);
        owner = Titles.copy(owner);
        if (status == Status.DISMISSED && reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "reason is missing, expected why the finding is dismissed");
        }
    }
}
