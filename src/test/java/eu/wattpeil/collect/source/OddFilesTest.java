package eu.wattpeil.collect.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of odd names and in odd places are found, or it is told why they are not. */
class OddFilesTest {

    @TempDir Path root;

    @Test
    void reachesIntoNoFolderThatWattpeilKeeps() throws IOException {
        for (String folder :
                List.of("config", "jobs/collect", "landed/a", "originals/a", "data", "out/2026")) {
            write(folder + "/x.csv");
        }
        write("inbox/a.csv");
        write("b.csv");
        Set<Path> written = Set.of(root.resolve("data"), root.resolve("out"));

        assertThat(names(look(written, "**/*.csv"))).containsExactly("b.csv", "inbox/a.csv");
        assertThat(names(look(written, "*/*.csv"))).containsExactly("inbox/a.csv");
        assertThat(names(look(written, "landed/a/*.csv"))).containsExactly("landed/a/x.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reachesIntoNoneOfThemOverALinkEither() throws IOException {
        write("out/2026/x.csv");
        Files.createDirectories(root.resolve("inbox"));
        Files.createSymbolicLink(root.resolve("inbox/reports"), root.resolve("out"));
        Files.createSymbolicLink(root.resolve("inbox/all"), root);

        Found found = look(Set.of(root.resolve("out")), "inbox/**/*.csv");
        assertThat(names(found)).isEmpty();
        assertThat(messages(found))
                .containsExactly(
                        "inbox/all/inbox: is a link back to a folder around it, expected none");
    }

    @Test
    void takesNamesWithBlanksAndOfFullLength() throws IOException {
        String longest = "a".repeat(251) + ".csv";
        write("inbox/een map/stand van maart (2).csv");
        write("inbox/een map/" + longest);

        assertThat(names(look("inbox/een map/*.csv")))
                .containsExactly(
                        "inbox/een map/" + longest, "inbox/een map/stand van maart (2).csv");
    }

    @Test
    void takesAnAccentHoweverItIsSpelt() throws IOException {
        String composed = "Zählerstände";
        String apart = Normalizer.normalize(composed, Form.NFD);
        write("inbox/" + apart + "/" + apart + ".csv");
        write("export-" + composed + "/" + composed + ".csv");

        assertThat(names(look("inbox/" + composed + "/Zählers*.csv"))).hasSize(1);
        assertThat(names(look("export-" + apart + "/" + apart + ".csv"))).hasSize(1);
    }

    @Test
    void tellsAFolderThatIsNotThere() throws IOException {
        write("inbox/file");
        Found found = look("inbox/gone/*.csv", "inbox/file/*.csv", "inbox/*");

        assertThat(found.absent()).containsExactly("inbox/gone");
        assertThat(messages(found)).containsExactly("inbox/file: is a file, expected a folder");
        assertThat(names(found)).containsExactly("inbox/file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tellsAShareThatIsNotMounted() throws IOException {
        write("inbox/a.csv");
        Path nowhere = root.resolve("nowhere");
        Files.createSymbolicLink(root.resolve("share"), nowhere);
        Files.createSymbolicLink(root.resolve("inbox/b.csv"), nowhere);
        Files.createSymbolicLink(root.resolve("inbox/round.csv"), root.resolve("inbox/round.csv"));
        Files.createSymbolicLink(root.resolve("inbox/town"), nowhere);
        Files.createSymbolicLink(root.resolve("inbox/.lock.csv"), nowhere);
        String message =
                ": is a link to what is not there, expected a file or a folder; is a share not"
                        + " mounted?";

        assertThat(messages(look("share/ups/*.csv"))).containsExactly("share" + message);
        Found found = look("inbox/*.csv");
        assertThat(names(found)).containsExactly("inbox/a.csv");
        assertThat(messages(found))
                .containsExactly("inbox/b.csv" + message, "inbox/round.csv" + message);
        assertThat(messages(look("inbox/**/*.csv"))).contains("inbox/town" + message).hasSize(3);
    }

    private Found look(String... patterns) throws IOException {
        return look(Set.of(), patterns);
    }

    private Found look(Set<Path> written, String... patterns) throws IOException {
        SeenFiles seen = SeenFiles.none(Clock.systemUTC());
        return new MatchingFiles(root, List.of(patterns), Duration.ZERO, seen, written).look();
    }

    private static List<String> names(Found found) {
        return found.documents().stream().map(Document::name).toList();
    }

    private static List<String> messages(Found found) {
        return found.unreadable().stream().map(Unreadable::message).toList();
    }

    private void write(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
