package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Large files are dealt before small ones, and what is in an archive together and in order. */
class DealTest {

    @Test
    void dealsTheLargestFirstAndAnArchiveInOrder() {
        List<Document> documents = new ArrayList<>();
        for (int entry = 1; entry <= 12; entry++) {
            documents.add(document("many.tar!%02d".formatted(entry), entry % 5));
        }
        documents.add(document("large.csv", 100));
        documents.add(document("middle.csv", 6));
        documents.add(document("small!.csv", 1));
        Collections.shuffle(documents, new Random(7));

        Deal deal = new Deal(documents, Document::name);
        List<String> names = new ArrayList<>();
        for (Optional<Document> next = deal.next(); next.isPresent(); next = deal.next()) {
            names.add(next.get().name());
        }
        assertThat(names)
                .startsWith("large.csv", "many.tar!01", "many.tar!02")
                .endsWith("many.tar!12", "middle.csv", "small!.csv")
                .hasSize(15);
        assertThat(names.subList(1, 13)).isSorted();
    }

    private static Document document(String name, long bytes) {
        return new Document(
                name,
                bytes,
                name,
                () -> {
                    throw new AssertionError(name);
                });
    }
}
