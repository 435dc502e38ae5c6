package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.report.explorer.AllMonths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplorerPageTest {

    private static final List<Locale> LANGUAGES = List.of(Waterdam.DUTCH, Locale.ENGLISH);

    private static final Set<AllMonthsFiles.Kind> PAGE = Set.of(AllMonthsFiles.Kind.PAGE);

    @TempDir Path folder;

    @Test
    void runsItsScriptAndUsesItsStylesByTheirHashesAlone() throws Exception {
        String page =
                Files.readString(
                        publish(PublishedTown.ofAllMonths(folder), ManyMonths.of(2, Map.of())));

        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .contains("script-src &#39;" + hash(between(page, "<script>", "</script>")))
                .contains("style-src &#39;" + hash(between(page, "<style>", "</style>")))
                .contains(hash(lastBetween(page, "<style>", "</style>")))
                .doesNotContain("unsafe-inline", " style=", " onclick=", "src=", "@import")
                .doesNotContainPattern("https?://(?!www.w3.org/2000/svg)");
    }

    @Test
    void runsAScriptThatWasWrittenOnWindows() throws Exception {
        AllMonthsFiles files =
                new AllMonthsFiles(
                        new ReportFolder(folder, Access.GROUP),
                        name -> ReportPreview.template(name).replace("\n", "\r\n"));

        String page = Files.readString(publish(files, ManyMonths.of(2, Map.of())));

        assertThat(between(page, "<script>", "</script>")).doesNotContain("\r");
        assertThat(page).contains(hash(between(page, "<script>", "</script>")));
    }

    @Test
    void isBelowAMegabyteAndAHalfHoweverLargeTheOrganisation() throws Exception {
        Map<String, Integer> scopes =
                Map.of("department", 60, "printer", 400, "category", 12, "room", 3);

        Path page = publish(PublishedTown.ofAllMonths(folder), ManyMonths.of(36, scopes));

        assertThat(Files.size(page)).isLessThan(1_500_000L);
        assertThat(Files.readString(page))
                .contains("Weggelaten, omdat de pagina te groot zou worden: printer (400).");
    }

    @Test
    void isThereInEachLanguageWithTheSameBytesEachTime() throws Exception {
        AllMonths all = ManyMonths.of(3, Map.of("room", 1));
        AllMonthsFiles files = PublishedTown.ofAllMonths(folder);

        Path dutch = publish(files, all);
        Path english = folder.resolve("explorer.en.html");
        String first = Files.readString(english);
        publish(files, all);

        assertThat(dutch).hasFileName("explorer.html");
        assertThat(Files.readString(english)).isEqualTo(first);
        assertThat(first)
                .contains("<html lang=\"en\"", "<a href=\"explorer.html\" lang=\"nl\">Nederlands")
                .contains("<a href=\"index.en.html\">All months</a>")
                .contains("<noscript>");
        assertThat(files.missing(PAGE, LANGUAGES)).isEmpty();
        Files.delete(english);
        assertThat(files.missing(PAGE, LANGUAGES)).isEqualTo(PAGE);
    }

    private Path publish(AllMonthsFiles files, AllMonths all) throws IOException {
        files.publish(all, PAGE);
        return folder.resolve("explorer.html");
    }

    private static String between(String text, String start, String end) {
        Matcher found =
                Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                        .matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String lastBetween(String text, String start, String end) {
        return between(text.substring(text.lastIndexOf(start)), start, end);
    }

    private static String hash(String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
