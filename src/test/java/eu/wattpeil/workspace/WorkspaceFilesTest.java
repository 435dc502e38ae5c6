package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFilesTest {

    @TempDir private Path temporary;
    private Path root;

    @BeforeEach
    void makesAWorkspace() throws IOException {
        root = Files.createDirectory(temporary.resolve("my workspace"));
    }

    @Test
    void putsOwnFilesInPlaceOfPackagedOnesAndAddsTheRestFromAFolder() throws IOException {
        Path classes = Files.createDirectory(temporary.resolve("my classes"));
        write(classes.resolve("packaged/jobs/models/kpi/pue+.sql"), "packaged");
        write(classes.resolve("packaged/jobs/models/kpi/sheets.sql"), "packaged");

        assertMerges(classes);
    }

    @Test
    void putsOwnFilesInPlaceOfPackagedOnesAndAddsTheRestFromAJar() throws IOException {
        Path jar = temporary.resolve("my program.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folder :
                    new String[] {
                        "packaged/",
                        "packaged/jobs/",
                        "packaged/jobs/models/",
                        "packaged/jobs/models/kpi/"
                    }) {
                entries.putNextEntry(new JarEntry(folder));
            }
            for (String file : new String[] {"pue+.sql", "sheets.sql"}) {
                entries.putNextEntry(new JarEntry("packaged/jobs/models/kpi/" + file));
                entries.write("packaged".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertMerges(jar);
    }

    private void assertMerges(Path classPath) throws IOException {
        write(root.resolve("jobs/models/kpi/sheets.sql"), "own");
        write(root.resolve("jobs/models/kpi/extra.sql"), "own");
        write(root.resolve("jobs/models/kpi/.extra.sql.swp"), "an editor's");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            WorkspaceFiles files = new WorkspaceFiles(root, loader);

            assertThat(files.under("jobs/models"))
                    .extracting(WorkspaceFile::path, WorkspaceFile::place, WorkspaceFile::text)
                    .containsExactly(
                            tuple("jobs/models/kpi/extra.sql", "jobs/models/kpi/extra.sql", "own"),
                            tuple(
                                    "jobs/models/kpi/pue+.sql",
                                    "packaged/jobs/models/kpi/pue+.sql",
                                    "packaged"),
                            tuple(
                                    "jobs/models/kpi/sheets.sql",
                                    "jobs/models/kpi/sheets.sql",
                                    "own"));
            assertThat(files.find("jobs/models/kpi/sheets.sql").map(WorkspaceFile::text))
                    .contains("own");
            assertThat(files.find("jobs/models/kpi/pue+.sql").map(WorkspaceFile::text))
                    .contains("packaged");
            assertThat(files.find("jobs/models/kpi/none.sql")).isEmpty();
        }
    }

    @Test
    void findsThePackagedFactorsOfTheProgramItself() {
        WorkspaceFile factors =
                new WorkspaceFiles(root).find("config/factors-energy.csv").orElseThrow();

        assertThat(factors.place()).isEqualTo("packaged/config/factors-energy.csv");
        assertThat(factors.text()).contains("elec_eea_be_2024");
    }

    @Test
    void refusesAPathThatLeavesTheWorkspace() {
        WorkspaceFiles files = new WorkspaceFiles(root);

        assertThatThrownBy(() -> files.find("../secret.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read file outside the workspace: ../secret.txt");
    }

    @Test
    void refusesATextThatIsNotUtf8() throws IOException {
        Path file = root.resolve("jobs/reports/templates/own.html");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'a', (byte) 0xE9});
        WorkspaceFile found =
                new WorkspaceFiles(root).find("jobs/reports/templates/own.html").orElseThrow();

        assertThatThrownBy(found::text)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read file as UTF-8: jobs/reports/templates/own.html");
        assertThat(found.bytes()).hasSize(2);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
