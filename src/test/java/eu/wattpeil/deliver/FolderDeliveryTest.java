package eu.wattpeil.deliver;

import static eu.wattpeil.deliver.DeliveryBench.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report gets into a folder as a whole, and nothing of others is touched there. */
class FolderDeliveryTest {

    @TempDir Path root;

    private DeliveryBench bench;
    private Path share;

    @BeforeEach
    void start() throws IOException {
        share = Files.createDirectories(root.resolve("share"));
        bench = with("editions: all").published(OCTOBER, 1);
    }

    @Test
    void putsTheFilesOfItsLanguagesAndFormsThere() throws IOException {
        with("languages: [nl]");
        assertThat(bench.run()).isEmpty();

        assertThat(files()).containsExactly("2026-10/edition-1/report.nl.html");
        assertThat(share.resolve("2026-10/edition-1/report.nl.html"))
                .hasSameBinaryContentAs(root.resolve("reports/2026-10/edition-1/report.nl.html"));
        assertThat(bench.status().get(0).delivered()).isEqualTo(1);
    }

    @Test
    void putsALaterEditionBesideTheFirst() throws IOException {
        bench.run();
        bench.published(OCTOBER, 2);
        assertThat(bench.run()).isEmpty();

        assertThat(files())
                .containsExactly(
                        "2026-10/edition-1/report.en.html",
                        "2026-10/edition-1/report.nl.html",
                        "2026-10/edition-2/report.en.html",
                        "2026-10/edition-2/report.nl.html");
    }

    @Test
    void doesNotBringBackWhatSomebodyTookAway() throws IOException {
        bench.run();
        for (String file : files()) {
            Files.delete(share.resolve(file));
        }
        Files.delete(share.resolve("2026-10/edition-1"));
        bench.later(Duration.ofDays(1));

        assertThat(bench.run()).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(bench.again()).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @Test
    void waitsForAFolderThatIsGone() throws IOException {
        Files.delete(share);
        assertThat(bench.run())
                .containsExactly(
                        "delivery intranet, 2026-10: folder share is not there, expected one; is a"
                                + " share not mounted?; attempt 1 of 12, runs from 2026-11-01 03:15"
                                + " on try again");
        assertThat(share).doesNotExist();

        Files.createDirectory(share);
        bench.later(Duration.ofDays(1));
        assertThat(bench.run()).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @Test
    void replacesNothingOfOthers() throws IOException {
        Path own = share.resolve("2026-10/edition-1/report.nl.html");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "of another program");
        Files.writeString(share.resolve("2026-10/notes.txt"), "notes");

        assertThat(bench.run().get(0))
                .startsWith(
                        "delivery intranet, 2026-10: "
                                + own
                                + " is another file, expected the file of the report or no folder"
                                + " edition-1; move that folder away; attempt 1 of 12, ");
        assertThat(own).hasContent("of another program");

        Files.move(own.getParent(), share.resolve("2026-10/theirs"));
        bench.later(Duration.ofDays(1));
        assertThat(bench.run()).isEmpty();
        assertThat(share.resolve("2026-10/notes.txt")).hasContent("notes");
        assertThat(share.resolve("2026-10/theirs/report.nl.html")).hasContent("of another program");
    }

    @Test
    void takesWhatAKilledRunHasPutThereForDone() throws IOException {
        bench.run();
        bench.book()
                .save(
                        "intranet",
                        OCTOBER,
                        DeliveryRecord.noted(
                                1, false, bench.book().find("intranet", OCTOBER).get().notedAt()));
        Files.createDirectories(share.resolve("2026-10/.edition-2.wattpeil"));
        Files.writeString(share.resolve("2026-10/.edition-2.wattpeil/report.nl.html"), "half");

        assertThat(bench.run()).isEmpty();
        bench.published(OCTOBER, 2);
        assertThat(bench.run()).isEmpty();
        assertThat(files()).hasSize(4);
        assertThat(share.resolve("2026-10/edition-2/report.nl.html"))
                .hasSameBinaryContentAs(root.resolve("reports/2026-10/edition-2/report.nl.html"));
    }

    private DeliveryBench with(String line) throws IOException {
        if (bench == null) {
            bench = new DeliveryBench(root);
        }
        return bench.with(
                "deliveries:",
                "  - id: intranet",
                "    report: monthly",
                "    folder: share",
                "    forms: [html]",
                "    " + line);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(share)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> share.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
