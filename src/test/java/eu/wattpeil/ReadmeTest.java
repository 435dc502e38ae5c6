package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells a reader to type is there. */
class ReadmeTest {

    private static final List<String> FIRST_SCREEN = readme().lines().limit(16).toList();

    @Test
    void showsTheTwoCommandsOnItsFirstScreen() {
        assertThat(FIRST_SCREEN).anyMatch(line -> line.startsWith("    mvn spring-boot:run "));
        assertThat(FIRST_SCREEN).anyMatch(line -> line.startsWith("    mvn verify "));
    }

    @Test
    void namesTheCommandThatCiRuns() throws IOException {
        assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("mvn .*\\bverify");
    }

    @Test
    void describesJustTheCommandsThatThereAre() {
        Set<String> described = matches("\\| `(\\w+)(?: [A-Z]+)?` \\| [a-z]");
        Set<String> there = new TreeSet<>();
        Matcher line = Pattern.compile("(?m)^  (\\w+) {2,}[A-Z]").matcher(usage());
        while (line.find()) {
            there.add(line.group(1));
        }

        assertThat(there).isNotEmpty();
        assertThat(described).containsAll(there);
        assertThat(matches("wattpeil\\.jar (\\w+)")).isNotEmpty().isSubsetOf(there);
    }

    @Test
    void describesEveryTable() {
        for (Dataset dataset : Datasets.collected()) {
            assertThat(readme()).contains("| `" + dataset.name() + "` |");
        }
    }

    @Test
    void showsPicturesThatAreThere() {
        assertThat(matches("!\\[[^\\]]*]\\(([^)]*)\\)"))
                .hasSize(3)
                .allSatisfy(picture -> assertThat(Path.of(picture)).isNotEmptyFile());
    }

    private static String usage() {
        PrintStream before = System.err;
        java.io.ByteArrayOutputStream printed = new java.io.ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            eu.wattpeil.cli.CommandLineInterface.run();
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> matches(String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(readme());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
