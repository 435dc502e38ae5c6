package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that editions are made from, and a workspace of them alone. */
class UsedFilesTest {

    @TempDir Path folder;

    @Test
    void keepNothingOfThisMachineItsPeopleAndItsSecrets() throws IOException {
        Path root = folder.resolve("town");
        write(
                root,
                "config/wattpeil.yaml",
                """
                # ask Jan
                store: /home/jan/store
                organisation: {name: Waterdam, zone: Europe/Brussels, languages: [nl]}
                pseudonym-key: {file: /home/jan/key}
                minimum-group-size: 12  # Jan said so
                permissions: {store: group}
                """);
        write(root, "config/delivery.yaml", "to: jan@waterdam.example");
        write(root, "config/pages.yaml", "passwords: /home/jan/passwords");
        write(root, "jobs/collect/ups.yaml", "user: jan");
        write(root, "config/holidays.csv", "closed_on\n2026-07-21\n");

        FileBundle own = UsedFiles.of(new WorkspaceFiles(root)).own();

        assertThat(own.hashes())
                .containsOnlyKeys("config/wattpeil.yaml", "config/holidays.csv")
                .containsEntry("config/holidays.csv", Fingerprint.of("closed_on\n2026-07-21\n"));
        own.extract(folder.resolve("kept"));
        assertThat(folder.resolve("kept/config/wattpeil.yaml"))
                .content()
                .isEqualToNormalizingNewlines(
                        """
                        organisation: {name: Waterdam, zone: Europe/Brussels, languages: [nl]}
                        minimum-group-size: 12
                        """);
    }

    @Test
    void areTheWorkspaceAgainButForItsDefinitions() throws IOException {
        UsedFiles used = UsedFiles.of(new WorkspaceFiles(Path.of("")));
        Path kept = folder.resolve("kept");
        FileBundle.unpacked(used.packaged().packed()).extract(kept);
        FileBundle.unpacked(used.own().packed()).extract(kept);
        Problems problems = new Problems();
        Set<String> datasets = Set.of("meter_readings");

        Workspace again =
                Workspace.load(WorkspaceFiles.withoutPackaged(kept), datasets, Map.of(), problems);

        assertThat(problems.all()).isEmpty();
        Workspace now = Workspace.load(Path.of(""), datasets, new Problems());
        assertThat(again.factors()).hasSameSizeAs(now.factors());
        assertThat(again.goals()).isEqualTo(now.goals());
        assertThat(again.measures()).isEqualTo(now.measures());
        assertThat(again.meters()).isEqualTo(now.meters());
        assertThat(again.modelFiles()).hasSameSizeAs(now.modelFiles());
        assertThat(again.workingDays().toString()).isEqualTo(now.workingDays().toString());
        assertThat(again.settings().factorSeries()).isEqualTo(now.settings().factorSeries());
        assertThat(again.settings().minimumGroupSize())
                .isEqualTo(now.settings().minimumGroupSize());
        assertThat(again.definitions()).isEmpty();
    }

    @Test
    void areNamedByPathsAndBytesAndNotByHowTheyArePacked() throws IOException {
        FileBundle one = new FileBundle(Map.of("a", bytes("1"), "b", bytes("2")));

        assertThat(FileBundle.unpacked(one.packed()).id()).isEqualTo(one.id());
        assertThat(new FileBundle(Map.of("a", bytes("2"), "b", bytes("1"))).id())
                .isNotEqualTo(one.id());
        assertThat(new FileBundle(Map.of("a", bytes("1"))).id()).isNotEqualTo(one.id());
    }

    @Test
    void areWrittenBelowTheFolderOnly() {
        FileBundle files = new FileBundle(Map.of("../outside", bytes("1")));

        assertThatThrownBy(() -> files.extract(folder.resolve("kept")))
                .isInstanceOf(IOException.class)
                .hasMessage("path is ../outside, expected one in the workspace");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
