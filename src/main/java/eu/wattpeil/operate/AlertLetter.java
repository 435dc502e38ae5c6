package eu.wattpeil.operate;

import eu.wattpeil.report.CoverLetter;
import eu.wattpeil.report.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a mail says of an alert. */
final class AlertLetter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MOST_MESSAGES = 10;

    private final String organisation;
    private final ZoneId zone;
    private final Words words;

    /**
     * @param zone in which its people read times
     */
    AlertLetter(String organisation, ZoneId zone, Words words) {
        this.organisation = MailedMessage.oneLine(organisation);
        this.zone = zone;
        this.words = words;
    }

    /** Jobs that failed together. */
    private record Together(
            Instant since, int attempts, List<String> messages, Optional<Instant> nextAt) {}

    CoverLetter of(Alert alert) {
        return switch (alert.news()) {
            case FAILS -> ofFailure(alert);
            case RECOVERED -> ofRecovery(alert);
        };
    }

    private CoverLetter ofFailure(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("alert.fails.title", "organisation", organisation));
        jobs(alert)
                .forEach(
                        (together, jobs) -> {
                            lines.add("");
                            lines.add(
                                    words.count(
                                            "alert.jobs",
                                            together.attempts(),
                                            "since",
                                            time(together.since()),
                                            "jobs",
                                            words.list(jobs)));
                            addMessages(together.messages(), lines);
                            together.nextAt()
                                    .filter(alert.at()::isBefore)
                                    .ifPresent(
                                            at ->
                                                    lines.add(
                                                            words.say(
                                                                    "alert.next",
                                                                    "time",
                                                                    time(at))));
                        });
        for (Trouble trouble : alert.troubles()) {
            if (trouble.kind() != Trouble.Kind.JOB) {
                lines.add("");
                lines.add(words.say(key(trouble), "since", time(trouble.since())));
                addMessages(trouble.messages(), lines);
            }
        }
        lines.add("");
        lines.add(words.say("alert.todo"));
        lines.add("- " + words.say("alert.todo.status", "command", "wattpeil status"));
        lines.add("- " + words.say("alert.todo.check", "command", "wattpeil check"));
        lines.add("");
        lines.add(words.say("alert.once"));
        return letter("alert.fails.subject", lines);
    }

    private CoverLetter ofRecovery(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("alert.recovered.title", "organisation", organisation));
        lines.add("");
        lines.add(words.say("alert.recovered.at", "time", time(alert.at())));
        jobs(alert)
                .forEach(
                        (together, jobs) ->
                                lines.add(
                                        "- "
                                                + words.say(
                                                        "alert.recovered.jobs",
                                                        "jobs",
                                                        words.list(jobs),
                                                        "since",
                                                        time(together.since()))));
        for (Trouble trouble : alert.troubles()) {
            if (trouble.kind() != Trouble.Kind.JOB) {
                lines.add(
                        "- " + words.say(key(trouble) + ".before", "since", time(trouble.since())));
            }
        }
        return letter("alert.recovered.subject", lines);
    }

    private CoverLetter letter(String subject, List<String> lines) {
        lines.add("");
        lines.add(words.say("mail.no_role"));
        return new CoverLetter(
                words.say(subject, "organisation", organisation), String.join("\n", lines) + "\n");
    }

    /** Those that failed together are told together; the order is that of their names. */
    private static Map<Together, List<String>> jobs(Alert alert) {
        Map<Together, List<String>> jobs = new LinkedHashMap<>();
        for (Trouble trouble : alert.troubles()) {
            if (trouble.kind() == Trouble.Kind.JOB) {
                Together together =
                        new Together(
                                trouble.since(),
                                trouble.attempts(),
                                trouble.messages(),
                                trouble.nextAt());
                jobs.computeIfAbsent(together, it -> new ArrayList<>())
                        .add(MailedMessage.oneLine(trouble.job()));
            }
        }
        return jobs;
    }

    private void addMessages(List<String> messages, List<String> lines) {
        messages.stream().limit(MOST_MESSAGES).forEach(message -> lines.add("- " + message));
        if (messages.size() > MOST_MESSAGES) {
            lines.add("- " + words.count("alert.more", messages.size() - MOST_MESSAGES));
        }
    }

    private static String key(Trouble trouble) {
        return "alert." + trouble.kind().name().toLowerCase(Locale.ROOT);
    }

    private String time(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return words.say(
                "alert.time", "date", words.date(local.toLocalDate()), "time", TIME.format(local));
    }
}
