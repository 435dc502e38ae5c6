package eu.wattpeil.deliver;

import eu.wattpeil.store.Defect;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what is kept of deliveries; nothing is written. */
public final class DeliveryCheckup {

    private static final String SUFFIX = ".json";
    private static final String START = "start" + SUFFIX;

    private final Store store;
    private final DeliveryBook book;

    public DeliveryCheckup(Store store) {
        this.store = store;
        book = new DeliveryBook(store);
    }

    /**
     * What is wrong.
     *
     * @param key the file with the key by which recipients are known
     */
    public List<Defect> look(Path key) throws IOException {
        List<Defect> defects = new ArrayList<>();
        if (RecipientKey.isDamaged(key)) {
            defects.add(
                    new Defect(
                            Defect.Kind.LOST,
                            key,
                            "the file is damaged",
                            "the key by which recipients of mail are known",
                            "restore it from a backup, or remove it: then it is unknown who has got"
                                    + " what is half sent"));
        }
        for (Path delivery : list(store.layout().path("_deliveries"))) {
            for (Path file : list(delivery)) {
                if (!isReadable(delivery.getFileName().toString(), file.getFileName().toString())) {
                    defects.add(
                            new Defect(
                                    Defect.Kind.LOST,
                                    file,
                                    "the file is damaged",
                                    "what was delivered",
                                    "restore it from a backup, or remove it, and it is delivered as"
                                            + " if it never was"));
                }
            }
        }
        return defects;
    }

    private boolean isReadable(String deliveryId, String file) {
        try {
            if (file.equals(START)) {
                book.firstMonth(deliveryId);
            } else if (file.endsWith(SUFFIX)) {
                String month = file.substring(0, file.length() - SUFFIX.length());
                book.find(deliveryId, YearMonth.parse(month));
            }
            return true;
        } catch (DeliveryException damaged) {
            return false;
        } catch (DateTimeParseException notOurs) {
            return true;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
