package eu.wattpeil.workspace;

import eu.wattpeil.workspace.Delivery.Folder;
import eu.wattpeil.workspace.Delivery.Mail;
import eu.wattpeil.workspace.Delivery.Recipient;
import eu.wattpeil.workspace.Delivery.WhichEditions;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config/delivery.yaml}: who gets the published reports, and how. */
final class DeliveryFile {

    static final String DELIVERIES = "config/delivery.yaml";

    private static final int USUAL_ATTEMPTS = 1;
    private static final int MOST_ATTEMPTS = 100;

    private final WorkspaceFiles files;
    private final Settings settings;
    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * @param environment variables that secrets may be in
     */
    DeliveryFile(
            WorkspaceFiles files,
            Settings settings,
            Map<String, String> environment,
            Problems problems) {
        this.files = files;
        this.settings = settings;
        this.environment = environment;
        this.problems = problems;
    }

    Deliveries deliveries() {
        return files.find(DELIVERIES)
                .flatMap(file -> YamlFile.read(file, problems))
                .map(this::deliveries)
                .orElseGet(() -> Deliveries.NONE);
    }

    private Deliveries deliveries(Section file) {
        Optional<MailServer> server =
                file.optionalSection("smtp")
                        .flatMap(new MailServerSection(files.root(), environment, problems)::read);
        Optional<Alerts> alerts =
                file.optionalSection("alerts").flatMap(entry -> alerts(entry, file));
        if (!file.has("deliveries") && !file.has("alerts")) {
            file.missing("deliveries");
        }
        List<Section> entries = file.sections("deliveries");
        GoalFiles.rejectRepeatedIds(entries);
        List<Delivery> all = new ArrayList<>();
        Map<Path, Place> folders = new HashMap<>();
        for (Section entry : entries) {
            Optional<Delivery> delivery = delivery(entry, folders);
            requireMailServer(entry, file);
            entry.rejectUnknownKeys();
            delivery.ifPresent(all::add);
        }
        file.rejectUnknownKeys();
        return new Deliveries(server, all, alerts);
    }

    private static void requireMailServer(Section entry, Section file) {
        if (entry.has("to") && !file.has("smtp")) {
            entry.problem("to", "to needs a mail server, expected smtp: in this file");
        }
    }

    private Optional<Alerts> alerts(Section section, Section file) {
        int before = problems.count();
        if (!section.has("to")) {
            section.missing("to");
        }
        List<Recipient> recipients = section.has("to") ? recipients(section) : List.of();
        int after =
                section.optional("after", ValueType.wholeFromTo(1, MOST_ATTEMPTS))
                        .orElse(USUAL_ATTEMPTS);
        requireMailServer(section, file);
        section.rejectUnknownKeys();
        return problems.make(before, section.place(), () -> new Alerts(recipients, after));
    }

    private Optional<Delivery> delivery(Section entry, Map<Path, Place> folders) {
        int before = problems.count();
        Optional<String> id = entry.required("id", ValueType.ID);
        String report = entry.text("report");
        Optional<String> role = entry.optional("role", ValueType.ID);
        if (!entry.has("forms")) {
            entry.missing("forms");
        }
        List<String> forms = entry.texts("forms");
        if (entry.isList("forms") && forms.isEmpty()) {
            entry.problem("forms", "forms is empty, expected the forms to deliver");
        }
        ZoneId zone = entry.optional("zone", ValueType.ZONE).orElse(settings.zone());
        Optional<Schedule> schedule =
                entry.optional("schedule", Schedule.CRON).map(cron -> new Schedule(cron, zone));
        WhichEditions editions =
                entry.optional("editions", ValueType.oneOf(WhichEditions.class))
                        .orElse(WhichEditions.FIRST);
        var since = entry.optional("since", ValueType.MONTH);
        boolean isMail = entry.has("to");
        if (isMail == entry.has("folder")) {
            entry.problem(
                    "folder",
                    "the delivery has "
                            + (isMail ? "both to and folder" : "neither to nor folder")
                            + ", expected one of them");
        }
        Optional<Folder> folder = folder(entry, folders);
        List<Recipient> recipients = isMail ? recipients(entry) : List.of();
        return problems.make(
                before,
                entry.place(),
                () ->
                        new Delivery(
                                id.orElseThrow(),
                                report,
                                role,
                                forms,
                                schedule,
                                editions,
                                since,
                                isMail ? new Mail(recipients) : folder.orElseThrow(),
                                new Delivery.Places(
                                        entry.place(),
                                        entry.place("report"),
                                        entry.place("role"),
                                        entry.place("forms"))));
    }

    private Optional<Folder> folder(Section entry, Map<Path, Place> others) {
        Optional<Path> path =
                entry.optional("folder", ValueType.of("a folder", Path::of))
                        .map(it -> files.root().resolve(it).normalize());
        List<Locale> languages = new ArrayList<>();
        if (entry.has("languages") && entry.has("to")) {
            entry.problem(
                    "languages",
                    "languages stands beside to, expected the languages within to, such as"
                            + " to: {nl: [jan@example.org]}");
        }
        for (String code : entry.texts("languages")) {
            language(entry, "languages", code).ifPresent(languages::add);
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String name = entry.text("folder");
        if (isTaken(path.get())) {
            entry.problem(
                    "folder",
                    "folder is \"" + name + "\", which Wattpeil uses itself, expected another one");
        }
        Place other = others.putIfAbsent(path.get(), entry.place("folder"));
        if (other != null) {
            entry.problem(
                    "folder",
                    "folder is \""
                            + name
                            + "\" again, as in "
                            + other
                            + ", expected a folder for each delivery");
        }
        return Optional.of(
                new Folder(
                        name, path.get(), languages.isEmpty() ? settings.languages() : languages));
    }

    private boolean isTaken(Path folder) {
        Path root = files.root();
        return folder.equals(root)
                || List.of(
                                settings.store(),
                                settings.reports(),
                                root.resolve("config"),
                                root.resolve("jobs"),
                                root.resolve(".wattpeil"))
                        .stream()
                        .anyMatch(folder::startsWith);
    }

    private List<Recipient> recipients(Section entry) {
        List<Recipient> recipients = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        if (entry.isSection("to")) {
            Section byLanguage = entry.section("to");
            for (String code : byLanguage.keys()) {
                Optional<Locale> language = language(byLanguage, code, code);
                List<String> texts = byLanguage.texts(code);
                language.ifPresent(
                        it ->
                                recipients.addAll(
                                        recipients(
                                                byLanguage, code, "to." + code, it, texts, first)));
            }
        } else if (!settings.languages().isEmpty()) {
            Locale main = settings.languages().get(0);
            recipients.addAll(recipients(entry, "to", "to", main, entry.texts("to"), first));
        }
        if (recipients.isEmpty()) {
            entry.problem("to", "to names nobody, expected mail addresses");
        }
        return recipients;
    }

    private static List<Recipient> recipients(
            Section section,
            String key,
            String name,
            Locale language,
            List<String> texts,
            Map<String, String> first) {
        List<Recipient> recipients = new ArrayList<>();
        int number = 0;
        for (String text : texts) {
            String place = name + ", entry " + ++number;
            Optional<Mailbox> mailbox = Mailbox.of(text);
            if (mailbox.isEmpty()) {
                section.problem(key, place + " is no mail address, expected " + Mailbox.EXPECTED);
                continue;
            }
            String before = first.putIfAbsent(mailbox.get().key(), place);
            if (before != null) {
                section.problem(
                        key, place + " is the address of " + before + ", expected each once");
            }
            recipients.add(new Recipient(language, mailbox.get(), place));
        }
        return recipients;
    }

    /** Reports are written in the languages of the settings, and in no others. */
    private Optional<Locale> language(Section section, String key, String code) {
        Set<String> written =
                settings.languages().stream().map(Locale::getLanguage).collect(Collectors.toSet());
        if (!written.contains(code)) {
            section.problem(
                    key,
                    "the language is \""
                            + code
                            + "\", expected one of "
                            + SettingsFile.PATH
                            + ": "
                            + String.join(", ", written.stream().sorted().toList()));
            return Optional.empty();
        }
        return Optional.of(Locale.forLanguageTag(code));
    }
}
