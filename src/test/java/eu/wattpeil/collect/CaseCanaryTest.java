package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Of what stands for a person in the documents of cases nothing reaches the store or a reject. */
class CaseCanaryTest {

    @TestFactory
    Stream<DynamicTest> noNameComesOutOfACase(@TempDir Path folder) {
        return Formats.names(TestPresets.PRESETS).stream()
                .map(format -> dynamicTest(format, () -> readCasesOf(format, folder)));
    }

    private static void readCasesOf(String format, Path folder) throws IOException {
        for (Path each : FormatCases.folders(format)) {
            FormatCases.Opened opened = FormatCases.open(format, each);
            if (opened.dataset().isPersonal() || isNamed(each, opened)) {
                readIntoStore(opened, each.toString(), Files.createTempDirectory(folder, "case"));
            }
        }
    }

    /** As an entry of an archive: what it was called is looked at, and not kept. */
    private static Document document(FormatCases.Opened opened) throws IOException {
        Document file = FormatCases.document("inbox/case.zip!1", opened.input());
        Content content =
                new Content() {
                    @Override
                    public InputStream open() throws IOException {
                        return file.open();
                    }

                    @Override
                    public Optional<String> givenName() {
                        return Optional.of(opened.name());
                    }
                };
        return new Document(file.name(), file.bytes(), file.sha256(), content);
    }

    /** A workbook is packed: its description shows what is in it. */
    private static boolean isNamed(Path each, FormatCases.Opened opened) throws IOException {
        Path cells = each.resolve("input.cells");
        return Canary.isIn(Files.readAllBytes(Files.exists(cells) ? cells : opened.input()));
    }

    private static void readIntoStore(FormatCases.Opened opened, String what, Path folder)
            throws IOException {
        PersonalTexts texts =
                new PersonalTexts(
                        Optional.empty(),
                        opened.texts().departments(),
                        user -> user == null ? null : "key-" + user.length());

        Reading reading =
                new FormatWorkbench(folder)
                        .readIntoStore(
                                opened.format(), opened.dataset().name(), document(opened), texts);

        assertThat(Canary.isIn(reading.toString())).as("%s: %s", what, reading).isFalse();
        Canary.assertNotBelow(folder, what);
    }
}
