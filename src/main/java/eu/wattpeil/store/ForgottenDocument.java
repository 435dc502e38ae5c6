package eu.wattpeil.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that was taken out of the store for good, and is not read again under its definition.
 * Nothing says what its name was.
 *
 * @param contentId the digits that the ids of all its readings began with
 * @param definition name of the definition that found it
 * @param sha256 of its bytes, unpacked
 * @param forgottenOn local day
 */
public record ForgottenDocument(
        String contentId, String definition, String sha256, LocalDate forgottenOn) {

    private static final Pattern LINE =
            Pattern.compile("([^\\s.-]{1,16}) ([0-9a-f]+) (\\d{4}-\\d{2}-\\d{2}) (.+)");

    static ForgottenDocument of(LedgerRow row, LocalDate day) {
        return new ForgottenDocument(
                LedgerRow.contentId(row.documentId()), row.definition(), row.sha256(), day);
    }

    /** As a line of a file; the name of a definition may have blanks, and is last. */
    String line() {
        return String.format(
                Locale.ROOT, "%s %s %s %s\n", contentId, sha256, forgottenOn, definition);
    }

    /** Reads a line; empty where it is none of {@link #line()}. */
    static Optional<ForgottenDocument> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ForgottenDocument(
                            parts.group(1),
                            parts.group(4),
                            parts.group(2),
                            LocalDate.parse(parts.group(3))));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
