package eu.wattpeil.collect;

import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of a definition that nobody executes. */
public final class TestRuns {

    private TestRuns() {}

    /** One that is to read different empty files, with the help of others. */
    public static CollectRun ofEmptyFiles(int files, Store store, Help help) {
        List<Document> documents =
                IntStream.range(0, files)
                        .mapToObj(
                                file ->
                                        new Document(
                                                file + ".csv",
                                                0,
                                                "%064x".formatted(file),
                                                new EmptyFile()))
                        .toList();
        Format none = document -> List.of();
        return new CollectRun(
                TestIntake.of("example", Datasets.METER_READINGS, none),
                documents,
                new Unstopped(),
                store,
                help);
    }

    private record EmptyFile() implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public boolean isWholeFile() {
            return true;
        }
    }

    private record Unstopped() implements Progress {

        @Override
        public void advance(String name, long bytes) {
            // Nobody is told.
        }

        @Override
        public boolean isStopAsked() {
            return false;
        }
    }
}
