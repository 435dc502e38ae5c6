package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of {@code definitions}, with all of its messages and no other. */
class WorkspaceCasesTest {

    @TempDir private Path temporary;

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrong() {
        return CaseFolders.all("invalid").stream()
                .map(folder -> dynamicTest(name(folder), () -> saysWhatIsExpected(folder)));
    }

    @TestFactory
    Stream<DynamicTest> findsNothingWrong() {
        return CaseFolders.all("valid").stream()
                .map(folder -> dynamicTest(name(folder), () -> findsNothingWrong(folder)));
    }

    private void saysWhatIsExpected(Path folder) {
        Path root = temporary.resolve(name(folder));
        Problems problems = new Problems();

        CaseFolders.load(folder, root, problems);

        List<String> expected =
                CaseFolders.lines(folder.resolve("expected.txt")).stream()
                        .map(line -> line.replace("{root}", root.toString()))
                        .toList();
        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void findsNothingWrong(Path folder) {
        Problems problems = new Problems();

        CaseFolders.load(folder, temporary.resolve(name(folder)), problems);

        assertThat(problems.all()).isEmpty();
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
