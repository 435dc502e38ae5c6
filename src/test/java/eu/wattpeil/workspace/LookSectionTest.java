package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LookSectionTest {

    @TempDir Path root;

    private final Problems problems = new Problems();

    @BeforeEach
    void makeConfig() throws IOException {
        Files.createDirectories(root.resolve("config"));
    }

    @Test
    void readsColoursInBothTonesAndALogo() throws IOException {
        draw("config/logo.png", "png", 90, 30);

        OwnLook look =
                read(
                        "logo: config/logo.png",
                        "accent: \"#8A1538\"",
                        "accent-dark: \"#ff9db5\"",
                        "charts: \"#b5566f\"",
                        "charts-dark: \"#c2506f\"");

        assertThat(problems()).isEmpty();
        assertThat(look.accent()).contains(new OwnLook.Tones("#8a1538", "#ff9db5"));
        assertThat(look.charts()).contains(new OwnLook.Tones("#b5566f", "#c2506f"));
        assertThat(look.logo())
                .hasValueSatisfying(
                        logo -> {
                            assertThat(logo.address()).startsWith("data:image/png;base64,iVBOR");
                            assertThat(logo.width()).isEqualTo(90);
                            assertThat(logo.height()).isEqualTo(30);
                        });
    }

    @Test
    void isAsItComesWhereNothingIsSaid() {
        assertThat(LookSection.read(Section.empty("look.yaml", problems), root))
                .isEqualTo(OwnLook.DEFAULT);
        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesAColourThatCannotBeReadOnPaperOrInTheDark() {
        read(
                "accent: \"#ffcc00\"",
                "accent-dark: \"#14557b\"",
                "charts: \"#dddddd\"",
                "charts-dark: \"#3f7ba3\"");

        assertThat(problems())
                .containsExactly(
                        "look.yaml:1: accent is \"#ffcc00\" with a contrast of 1.5 to the #ffffff"
                                + " of pages, expected 4.5 or more so that everyone can read it"
                                + " (WCAG 2.2 AA)",
                        "look.yaml:2: accent-dark is \"#14557b\" with a contrast of 2.2 to the"
                                + " #14181c of pages, expected 4.5 or more so that everyone can"
                                + " read it (WCAG 2.2 AA)",
                        "look.yaml:3: charts is \"#dddddd\" with a contrast of 1.3 to the #ffffff"
                                + " of pages, expected 3 or more so that everyone can read it"
                                + " (WCAG 2.2 AA)");
    }

    @Test
    void asksForBothTones() {
        assertThat(read("accent: \"#8a1538\"").accent()).isEmpty();
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("accent-dark")
                .contains("look.yaml");
    }

    @Test
    void refusesWhatIsNoColour() {
        read("accent: red", "accent-dark: \"#ff9db5; } body { display: none\"");

        assertThat(problems())
                .hasSize(2)
                .allMatch(it -> it.contains("expected a colour such as \"#14557b\""));
    }

    @Test
    void refusesAPictureThatCouldHoldAProgramWhateverItIsCalled() throws IOException {
        Files.writeString(
                root.resolve("config/logo.png"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

        assertThat(read("logo: config/logo.png").logo()).isEmpty();
        assertThat(problems())
                .containsExactly(
                        "look.yaml:1: logo is \"config/logo.png\", expected a PNG or JPEG file");
    }

    @Test
    void refusesAPictureThatIsDamagedLargeOrElsewhere() throws IOException {
        draw("config/noise.png", "png", 300, 300);
        draw("config/wide.png", "png", 2_001, 1);
        draw("config/half.png", "png", 40, 40);
        byte[] whole = Files.readAllBytes(root.resolve("config/half.png"));
        Files.write(root.resolve("config/half.png"), Arrays.copyOf(whole, whole.length / 2));

        for (String name :
                List.of("config/noise.png", "config/wide.png", "config/half.png", "../logo.png")) {
            assertThat(read("logo: " + name).logo()).as(name).isEmpty();
        }

        assertThat(problems())
                .hasSize(4)
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).contains("expected 100000 at most, since it is"),
                        it -> assertThat(it).contains("of 2001 by 1 pixels, expected 2000"),
                        it -> assertThat(it).contains("half.png\", expected a picture that can"),
                        it -> assertThat(it).contains("../logo.png\", expected a picture in the"));
    }

    @Test
    void knowsTheContrastOfBlackAndOfGreyOnWhite() {
        assertThat(Contrast.of("#000000", "#ffffff")).isEqualTo(21, Offset.offset(1e-9));
        assertThat(Contrast.of("#ffffff", "#767676")).isEqualTo(4.54, Offset.offset(0.005));
    }

    /** What colours are held against is what pages are made of. */
    @Test
    void knowsThePapersOfTheLook() throws IOException {
        String design = Files.readString(Path.of("jobs/reports/templates/design.css"));
        List<String> papers =
                Pattern.compile("--(?:paper|wash): (#[0-9a-f]+);")
                        .matcher(design)
                        .results()
                        .map(LookSectionTest::sixDigits)
                        .toList();

        assertThat(papers)
                .startsWith(
                        LookSection.LIGHT.get(0),
                        LookSection.LIGHT.get(1),
                        LookSection.DARK.get(0),
                        LookSection.DARK.get(1));
    }

    private static String sixDigits(MatchResult paper) {
        String colour = paper.group(1);
        return colour.length() == 4 ? "#" + colour.substring(1).replaceAll("(.)", "$1$1") : colour;
    }

    /** A picture that hardly packs. */
    private void draw(String name, String type, int width, int height) throws IOException {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ImageIO.write(image, type, root.resolve(name).toFile());
    }

    private OwnLook read(String... lines) {
        try {
            Path file = root.resolve("look.yaml");
            Files.writeString(file, String.join("\n", lines) + "\n");
            return Optional.of(Sections.read(root, file, problems))
                    .map(section -> LookSection.read(section, root))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> problems() {
        return problems.all().stream().map(Object::toString).toList();
    }
}
