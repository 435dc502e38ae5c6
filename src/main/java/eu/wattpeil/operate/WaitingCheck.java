package eu.wattpeil.operate;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Formats;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Glance;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Unreadable;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.collect.suggest.Recognition;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Settings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks whether the newest document that waits under each definition fits it, by its first rows.
 * Nothing is written, nobody is asked for what is new, and the time is bounded.
 */
public final class WaitingCheck {

    private static final long ROWS = 200;

    /** After which no further definition is looked at. */
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    private WaitingCheck() {}

    /** A message for each that does not fit, or cannot be looked at. */
    public static List<String> of(Setup setup, Clock clock) throws IOException {
        SeenFiles seen = SeenFiles.load(Setup.seenFiles(setup.workspace().root()), clock);
        Store store = Setup.store(setup.workspace());
        Finder finder =
                new Finder(
                        store, setup.workspace().root(), setup.workspace().written(), seen, clock);
        List<String> messages = new ArrayList<>();
        Instant end = clock.instant().plus(MOST_TIME);
        for (Intake intake : setup.intakes().all()) {
            if (clock.instant().isAfter(end)) {
                messages.add(
                        intake.definition().file()
                                + " and those after it: what waits was not looked at, for the"
                                + " files are large; run reads them");
                break;
            }
            Found newest = finder.newest(intake);
            intake.source().concerns().stream()
                    .map(concern -> intake.definition().file() + ": " + concern)
                    .forEach(messages::add);
            newest.unreadable().forEach(it -> messages.add(it.message()));
            newest.absent()
                    .forEach(
                            folder ->
                                    messages.add(
                                            intake.definition().file()
                                                    + ": the folder "
                                                    + folder
                                                    + " is not there, expected one with files"));
            for (Document document : newest.documents()) {
                messages.addAll(look(document, intake, setup, clock));
            }
        }
        return messages;
    }

    private static List<String> look(Document document, Intake intake, Setup setup, Clock clock) {
        Settings settings = setup.workspace().settings();
        try {
            Glance glance = Glance.atHead(document, intake, settings, clock.instant(), ROWS);
            List<String> messages = new ArrayList<>();
            if (glance.records() == 0 && glance.rejects() > 0) {
                messages.add(message(document, intake, glance) + others(document, intake, setup));
            }
            if (!glance.unmapped().isEmpty()) {
                Glance all =
                        Glance.atHead(document, intake, settings, clock.instant(), Long.MAX_VALUE);
                all.unmapped()
                        .forEach(
                                (field, texts) ->
                                        messages.add(unmapped(document, intake, field, texts)));
            }
            return messages;
        } catch (IOException failure) {
            return List.of(Unreadable.of(document.name(), failure).message());
        }
    }

    /** The formats that recognise a document which is not of the definition's. */
    private static String others(Document document, Intake intake, Setup setup) throws IOException {
        List<Preset> others =
                Formats.presets(setup.workspace().files(), new Problems()).all().stream()
                        .filter(preset -> !preset.name().equals(intake.definition().format()))
                        .toList();
        List<String> names = Recognition.of(document, others);
        return names.isEmpty()
                ? ""
                : "\n  it looks like a document of format " + String.join(" or ", names);
    }

    /** All of them, those of most rows first, so that they can be added at once. */
    private static String unmapped(
            Document document, Intake intake, String field, Map<String, Long> texts) {
        return intake.definition().file()
                + ": values does not name these texts of "
                + field
                + " in "
                + document.name()
                + ", each with its rows: "
                + texts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> "\"" + entry.getKey() + "\" " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String message(Document document, Intake intake, Glance glance) {
        String rows = glance.rejects() == 1 ? "" : ", each of its first rows would be a reject";
        return intake.definition().file()
                + ": the file "
                + document.name()
                + " that waits does not fit the definition"
                + rows
                + ":\n  "
                + String.join("\n  ", glance.examples());
    }
}
