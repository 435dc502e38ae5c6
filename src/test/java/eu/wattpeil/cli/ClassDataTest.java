package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataTest {

    private static final String MADE_AT_EXIT = "-XX:ArchiveClassesAtExit=";

    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        jar = Files.writeString(folder.resolve("wattpeil.jar"), "a jar");
    }

    @Test
    void putsWhatTheProcessLeavesInPlaceOfAnOlderOne() throws Exception {
        Files.writeString(folder.resolve("class-data-0-1.jsa"), "of another jar");
        Files.setLastModifiedTime(folder.resolve("class-data-0-1.jsa"), FileTime.fromMillis(1_000));

        OptionalInt code = data().make(ClassDataTest::leavesAnArchive);

        assertThat(code).hasValue(7);
        assertThat(data().archive().orElseThrow()).hasContent("an archive");
        assertThat(files()).hasSize(2);
    }

    @Test
    void removesWhatAKilledProcessHadBegunAndNoOther() throws Exception {
        data().make(ClassDataTest::leavesAnArchive);
        String prefix = prefixOf(data().archive().orElseThrow());
        Files.delete(data().archive().orElseThrow());
        Path ofLiving =
                folder.resolve(
                        prefix + ProcessHandle.current().parent().orElseThrow().pid() + ".tmp");
        Path ofKilled = folder.resolve(prefix + killed().pid() + ".tmp");
        Files.writeString(ofLiving, "half of");
        Files.writeString(ofKilled, "half of");

        data().make(ClassDataTest::leavesAnArchive);

        assertThat(ofKilled).doesNotExist();
        assertThat(ofLiving).exists();
        assertThat(data().archive()).isPresent();
    }

    private ClassData data() {
        return ClassData.of(jar).orElseThrow();
    }

    private static OptionalInt leavesAnArchive(List<String> options) {
        String draft =
                options.stream()
                        .filter(it -> it.startsWith(MADE_AT_EXIT))
                        .findFirst()
                        .orElseThrow();
        try {
            Files.writeString(Path.of(draft.substring(MADE_AT_EXIT.length())), "an archive");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return OptionalInt.of(7);
    }

    /** The name of an archive without its checksum. */
    private static String prefixOf(Path archive) {
        String name = archive.getFileName().toString();
        return name.substring(0, name.lastIndexOf('-') + 1);
    }

    private static Process killed() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-version").start();
        process.destroyForcibly().waitFor();
        return process;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
