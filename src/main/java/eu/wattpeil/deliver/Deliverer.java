package eu.wattpeil.deliver;

import eu.wattpeil.deliver.MailDelivery.Result;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Delivery.Folder;
import eu.wattpeil.workspace.Delivery.Mail;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Delivers an issue once, or as far as it goes, and keeps what became of it. */
public final class Deliverer {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Workspace workspace;
    private final DeliveryBook book;
    private final Publisher publisher;
    private final Path keyFile;
    private final Reports reports;
    private final Clock clock;
    private final BooleanSupplier stop;

    /** Gives the report that a mail says something of. */
    @FunctionalInterface
    public interface Reports {
        MonthlyReport of(Issue issue, String report);
    }

    /**
     * @param keyFile the file of the key that recipients are known by; it is made where it is not
     *     there
     * @param stop whether to end before the next mail
     */
    public Deliverer(
            Workspace workspace,
            Store store,
            Publisher publisher,
            Path keyFile,
            Reports reports,
            Clock clock,
            BooleanSupplier stop) {
        this.workspace = workspace;
        this.book = new DeliveryBook(store);
        this.publisher = publisher;
        this.keyFile = keyFile;
        this.reports = reports;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Makes one attempt.
     *
     * @throws DeliveryException where not everybody has got it; the message says why, and what
     *     becomes of it
     */
    void deliver(String deliveryId, Issue issue) {
        Delivery delivery =
                workspace.deliveries().all().stream()
                        .filter(it -> it.deliveryId().equals(deliveryId))
                        .findFirst()
                        .orElseThrow();
        DeliveryRecord record =
                book.find(deliveryId, issue.month()).orElseThrow().begun(clock.instant());
        book.save(deliveryId, issue.month(), record);
        Ending ending = attempt(delivery, issue, record);
        if (ending.hasFailed()) {
            throw failed(delivery, issue, ending.told());
        }
        if (!ending.told().isEmpty()) {
            throw new DeliveryException(about(delivery, issue) + String.join("; ", ending.told()));
        }
    }

    /**
     * How an attempt ended.
     *
     * @param told what somebody should know
     * @param hasFailed whether it may go well another time
     */
    private record Ending(List<String> told, boolean hasFailed) {

        static Ending failed(String why) {
            return new Ending(List.of(why), true);
        }
    }

    private Ending attempt(Delivery delivery, Issue issue, DeliveryRecord begun) {
        try {
            return delivery.way() instanceof Folder folder
                    ? copy(delivery, folder, issue, begun)
                    : send(delivery, (Mail) delivery.way(), issue, begun);
        } catch (IOException failure) {
            return Ending.failed(unusable(failure));
        } catch (DeliveryException failure) {
            return Ending.failed(String.valueOf(failure.getMessage()));
        }
    }

    private Ending copy(Delivery delivery, Folder folder, Issue issue, DeliveryRecord begun)
            throws IOException {
        new FolderDelivery(workspace.settings().permissions().reports())
                .deliver(
                        folder,
                        issue,
                        publisher.files(
                                delivery.report(),
                                issue.month(),
                                issue.edition(),
                                delivery.forms(),
                                folder.languages()));
        keep(delivery, issue, begun.closed());
        return new Ending(List.of(), false);
    }

    private Ending send(Delivery delivery, Mail mail, Issue issue, DeliveryRecord begun)
            throws IOException {
        Result result =
                new MailDelivery(
                                workspace.deliveries().server().orElseThrow(),
                                RecipientKey.in(keyFile),
                                workspace.settings().organisationName(),
                                publisher,
                                clock,
                                stop)
                        .deliver(
                                delivery,
                                issue,
                                mail.recipients(),
                                () -> reports.of(issue, delivery.report()),
                                begun,
                                record -> keep(delivery, issue, record));
        if (result.isStopped()) {
            keep(delivery, issue, result.record().stopped());
            return new Ending(List.of(), false);
        }
        List<String> told = new ArrayList<>();
        if (!result.refused().isEmpty()) {
            told.add(
                    "the mail server refuses for good "
                            + share(result.refused(), mail)
                            + "; correct config/delivery.yaml, then "
                            + again(delivery, issue));
        }
        if (!result.inDoubt().isEmpty()) {
            String why =
                    result.isKeyKnown()
                            ? "all ended just when the mail server took it over"
                            : keyFile.getFileName() + " in .wattpeil is another one than before";
            told.add(
                    "nobody knows whether it came to "
                            + share(result.inDoubt(), mail)
                            + ": "
                            + why
                            + ", and nothing is sent twice; ask, and where it did not come, "
                            + again(delivery, issue));
        }
        if (!result.failures().isEmpty()) {
            told.add(result.failures().get(0));
            return new Ending(told, true);
        }
        keep(delivery, issue, result.record().closed());
        return new Ending(told, false);
    }

    private void keep(Delivery delivery, Issue issue, DeliveryRecord record) {
        book.save(delivery.deliveryId(), issue.month(), record);
    }

    /** Keeps why an attempt failed: the last of what is told. */
    private DeliveryException failed(Delivery delivery, Issue issue, List<String> told) {
        DeliveryRecord record =
                book.find(delivery.deliveryId(), issue.month())
                        .orElseThrow()
                        .failed(told.get(told.size() - 1));
        keep(delivery, issue, record);
        String then =
                record.isOpen()
                        ? "; attempt "
                                + record.attempts()
                                + " of "
                                + DeliveryRecord.MOST_ATTEMPTS
                                + ", runs from "
                                + LOCAL_TIME.format(
                                        record.nextAttemptAt().atZone(workspace.settings().zone()))
                                + " on try again"
                        : "; given up after "
                                + record.attempts()
                                + " attempts: when it is put right, "
                                + again(delivery, issue);
        return new DeliveryException(about(delivery, issue) + String.join("; ", told) + then);
    }

    private static String unusable(IOException failure) {
        return "cannot use file "
                + failure.getMessage()
                + " ("
                + failure.getClass().getSimpleName()
                + ")";
    }

    private static String about(Delivery delivery, Issue issue) {
        return "delivery " + delivery.deliveryId() + ", " + issue.month() + ": ";
    }

    private static String share(List<String> places, Mail mail) {
        return places.size()
                + " of "
                + mail.recipients().size()
                + " ("
                + String.join("; ", places)
                + ")";
    }

    private static String again(Delivery delivery, Issue issue) {
        return "wattpeil run --month "
                + issue.month()
                + " --again "
                + delivery.deliveryId()
                + " sends it";
    }
}
