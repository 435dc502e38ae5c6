package eu.wattpeil.web;

import eu.wattpeil.workspace.PagesSettings.CertificateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes a new certificate when there is one: they are valid for some weeks only. */
final class CertificateWatch implements AutoCloseable {

    private static final int SECONDS = 60;

    private final CertificateFiles files;
    private final Runnable reload;
    private final Consumer<String> trouble;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "certificate");
                        thread.setDaemon(true);
                        return thread;
                    });
    private String stamp;
    private String told = "";

    /**
     * @param reload takes what is in the files
     * @param trouble is told, once, why a new one cannot be taken
     */
    CertificateWatch(
            CertificateFiles files, Runnable reload, Consumer<String> trouble, Clock clock) {
        this.files = files;
        this.reload = reload;
        this.trouble = trouble;
        this.clock = clock;
        stamp = stamp();
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Looks whether there is one; until it is whole the old one stays. */
    synchronized void look() {
        String now = stamp();
        if (now.equals(stamp)) {
            return;
        }
        Optional<String> fault = CertificateCheck.fault(files, clock);
        if (fault.isEmpty()) {
            reload.run();
            stamp = now;
            told = "";
        } else if (!fault.get().equals(told)) {
            told = fault.get();
            trouble.accept(told + "; until then the pages keep the one before");
        }
    }

    private String stamp() {
        return stamp(files.chain()) + " " + stamp(files.key());
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException gone) {
            return "none";
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
