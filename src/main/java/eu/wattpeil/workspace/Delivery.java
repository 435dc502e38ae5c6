package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who gets a published report, of {@code config/delivery.yaml}.
 *
 * @param report the name of its definition
 * @param role of its readers, such as management; empty where it is not given
 * @param forms that are delivered
 * @param schedule at the times of which it is delivered; empty for at once
 * @param editions of a month that are delivered
 * @param since the first month; empty for the last one that there is when the delivery is new
 */
public record Delivery(
        String deliveryId,
        String report,
        Optional<String> role,
        List<String> forms,
        Optional<Schedule> schedule,
        WhichEditions editions,
        Optional<YearMonth> since,
        Way way,
        Places places) {

    public Delivery {
        forms = List.copyOf(forms);
    }

    /** Whether corrected months go out again. */
    public enum WhichEditions {
        FIRST,
        ALL
    }

    /** How it gets there. */
    public sealed interface Way {}

    /** By mail, one for each. */
    public record Mail(List<Recipient> recipients) implements Way {
        public Mail {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Who gets a mail.
     *
     * @param place where that stands in words, such as {@code to.nl, entry 2}: for messages
     */
    public record Recipient(Locale language, Mailbox mailbox, String place) {}

    /**
     * Into a folder, which is there already.
     *
     * @param name as the file gives it
     */
    public record Folder(String name, Path path, List<Locale> languages) implements Way {
        public Folder {
            languages = List.copyOf(languages);
        }
    }

    /** Where things stand that other files have to know. */
    public record Places(Place entry, Place report, Place role, Place forms) {}

    /** The first time of the schedule after an instant; the instant itself where there is none. */
    public Instant dueAfter(Instant instant) {
        return schedule.map(times -> times.next(instant)).orElse(instant);
    }
}
