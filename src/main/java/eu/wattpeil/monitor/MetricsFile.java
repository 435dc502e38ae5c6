package eu.wattpeil.monitor;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of a run that no server made, in a file from which a collector takes them. What is
 * counted goes on from what the file said before, since a counter that begins anew with each run
 * would hide every second one that counts as much.
 */
public final class MetricsFile implements RunListener {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private final Path file;
    private final Clock clock;
    private final Instant began;
    private final Metrics metrics;
    private final Jobs jobs = new Jobs();
    private boolean isEnded;

    /**
     * The run begins now.
     *
     * @param workspace that each metric names, where those of several meet; empty for none
     */
    public MetricsFile(Path file, Clock clock, String workspace) {
        metrics = new Metrics(workspace);
        this.file = file;
        this.clock = clock;
        began = clock.instant();
    }

    /**
     * A line of the file.
     *
     * @param label the value of its label, beside that of the workspace; empty for none
     */
    private record Sample(String metric, String label, double value) {}

    @Override
    public void on(RunEvent event) {
        metrics.on(event);
        isEnded = isEnded || event instanceof RunEvent.Ended;
    }

    /**
     * The run is over: writes the file.
     *
     * @param all jobs that the workspace has; others are forgotten
     * @param done those that the run did, or tried to
     * @return what was written
     */
    public String ended(Outcome outcome, Set<String> all, Set<String> done, StoreReading store)
            throws IOException {
        goOn();
        jobs.keep(all);
        switch (outcome) {
            case DONE, NOTHING_TO_DO -> jobs.done(done, began);
            case FAILED -> jobs.failed(done, clock.instant());
            case STOPPED, HELPED -> {}
        }
        metrics.showUsable(true);
        try {
            metrics.show(store.vitals());
        } catch (IOException | RuntimeException unreadable) {
            metrics.showUnreadable();
        }
        return write();
    }

    /**
     * The run broke off, or could not even begin: writes the file, without what only the store
     * could tell.
     *
     * @param asked jobs that it should have done; empty for all
     * @return what was written
     */
    public String broken(Set<String> asked, boolean isUsable) throws IOException {
        goOn();
        if (!isEnded) {
            metrics.ended(Outcome.FAILED);
        }
        Set<String> failed = new TreeSet<>(jobs.all().keySet());
        if (!asked.isEmpty()) {
            failed.retainAll(asked);
        }
        jobs.failed(failed, clock.instant());
        metrics.showUsable(isUsable);
        return write();
    }

    private String write() throws IOException {
        metrics.show(jobs);
        String text = metrics.text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Disk.local().replace(file.toAbsolutePath(), bytes, Access.EVERYONE);
        return text;
    }

    /** Takes up what the file says: counts, and what became of jobs. */
    private void goOn() throws IOException {
        List<Sample> before = before();
        for (Counted counted : Counted.values()) {
            values(before, counted.exposed())
                    .forEach(it -> metrics.count(counted, it.label(), it.value()));
        }
        values(before, Measured.JOB_LAST_SUCCESS.exposed())
                .forEach(
                        it ->
                                jobs.know(
                                        it.label(),
                                        began,
                                        Optional.of(
                                                Instant.ofEpochMilli(
                                                        Math.round(it.value() * 1000)))));
        for (Sample failing : values(before, Measured.JOB_FAILING.exposed())) {
            jobs.know(failing.label(), began, Optional.empty());
            if (failing.value() > 0) {
                jobs.failed(Set.of(failing.label()), began);
            } else {
                jobs.noteDone(failing.label());
            }
        }
    }

    private static List<Sample> values(List<Sample> samples, String metric) {
        return samples.stream().filter(it -> it.metric().equals(metric)).toList();
    }

    /** A line that is none of ours says nothing. */
    private List<Sample> before() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Sample> samples = new ArrayList<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            Matcher matcher = SAMPLE.matcher(line);
            if (matcher.matches()) {
                String label = label(Optional.ofNullable(matcher.group(2)).orElse(""));
                number(matcher.group(3))
                        .ifPresent(
                                it -> samples.add(new Sample(matcher.group(1), plain(label), it)));
            }
        }
        return samples;
    }

    /** What is taken up has one beside that of the workspace. */
    private static String label(String labels) {
        return LABEL.matcher(labels)
                .results()
                .filter(it -> !it.group(1).equals(Metrics.WORKSPACE))
                .map(it -> it.group(2))
                .findFirst()
                .orElse("");
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) && number >= 0 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String plain(String label) {
        return Pattern.compile("\\\\(.)")
                .matcher(label)
                .replaceAll(
                        it ->
                                Matcher.quoteReplacement(
                                        it.group(1).equals("n") ? "\n" : it.group(1)));
    }
}
