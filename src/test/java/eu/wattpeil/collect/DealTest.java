package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
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

    @Test
    void sparesWholeFilesAndLeavesSomeForThisProcess() {
        Deal deal =
                new Deal(
                        List.of(
                                document("many.tar!1", 200),
                                file("small.csv", 1),
                                file("large.csv", 100),
                                file("middle.csv", 6)),
                        Document::name);

        assertThat(deal.spare(2, 1)).extracting(Document::name).containsExactly("large.csv");
        assertThat(deal.spare(2, 5)).extracting(Document::name).containsExactly("middle.csv");
        assertThat(deal.spare(2, 5)).isEmpty();
        assertThat(deal.spare(0, 5)).extracting(Document::name).containsExactly("small.csv");
        assertThat(deal.next()).map(Document::name).hasValue("many.tar!1");
        assertThat(deal.next()).isEmpty();
    }

    private static Document file(String name, long bytes) {
        return new Document(
                name,
                bytes,
                name,
                new Content() {
                    @Override
                    public InputStream open() {
                        throw new AssertionError(name);
                    }

                    @Override
                    public boolean isWholeFile() {
                        return true;
                    }
                });
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
