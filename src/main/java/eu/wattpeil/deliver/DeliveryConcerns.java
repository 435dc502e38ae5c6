package eu.wattpeil.deliver;

import eu.wattpeil.workspace.Deliveries;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Delivery.Folder;
import eu.wattpeil.workspace.MailServer;
import eu.wattpeil.workspace.SecretPlace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What should be put right before reports can be delivered, as far as this machine knows. */
public final class DeliveryConcerns {

    private DeliveryConcerns() {}

    /** A line for each, with its place; asks no server. */
    public static List<String> of(Deliveries deliveries) {
        List<String> concerns = new ArrayList<>();
        deliveries.server().ifPresent(server -> add(server, concerns));
        for (Delivery delivery : deliveries.all()) {
            if (delivery.way() instanceof Folder folder && !Files.isDirectory(folder.path())) {
                concerns.add(
                        delivery.places().entry()
                                + ": folder "
                                + folder.name()
                                + " is not there, expected one; is a share not mounted?");
            }
        }
        return List.copyOf(concerns);
    }

    private static void add(MailServer server, List<String> concerns) {
        server.password().ifPresent(place -> add(server, place, concerns));
        server.trust()
                .ifPresent(
                        file -> {
                            try {
                                Trust.in(file);
                            } catch (DeliveryException unusable) {
                                concerns.add(server.place() + ": " + unusable.getMessage());
                            }
                        });
    }

    private static void add(MailServer server, SecretPlace place, List<String> concerns) {
        if (place.secret().isEmpty()) {
            concerns.add(
                    server.place()
                            + ": "
                            + place
                            + " is missing or cannot be read, expected the password in it");
        } else if (place.isOpenToOthers()) {
            concerns.add(
                    server.place()
                            + ": "
                            + place
                            + " can be read by other accounts, expected only by that of Wattpeil"
                            + " (chmod 600)");
        }
    }
}
