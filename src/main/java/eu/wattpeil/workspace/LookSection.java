package eu.wattpeil.workspace;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads {@code look} of {@code config/wattpeil.yaml}. */
final class LookSection {

    /** What text stands on in {@code design.css}: its paper and its wash. */
    static final List<String> LIGHT = List.of("#ffffff", "#f4f6f7");

    static final List<String> DARK = List.of("#14181c", "#1c2227");

    /** It is in every page. */
    private static final int MOST_BYTES = 100_000;

    private static final int MOST_PIXELS = 2_000;

    private static final ValueType<String> COLOUR =
            ValueType.of(
                    "a colour such as \"#14557b\"",
                    text -> {
                        if (!text.matches("#[0-9a-fA-F]{6}")) {
                            throw new IllegalArgumentException(text);
                        }
                        return text.toLowerCase(Locale.ROOT);
                    });

    private final Section look;
    private final Path root;

    private LookSection(Section look, Path root) {
        this.look = look;
        this.root = root;
    }

    static OwnLook read(Section look, Path root) {
        LookSection section = new LookSection(look, root);
        return new OwnLook(
                section.logo(),
                section.tones("accent", Contrast.OF_TEXT),
                section.tones("charts", Contrast.OF_CHARTS));
    }

    /** Both tones or none: a colour for light paper is none for dark paper. */
    private Optional<OwnLook.Tones> tones(String key, double least) {
        String darkKey = key + "-dark";
        if (!look.has(key) && !look.has(darkKey)) {
            return Optional.empty();
        }
        Optional<String> light = look.required(key, COLOUR);
        Optional<String> dark = look.required(darkKey, COLOUR);
        light.ifPresent(colour -> require(key, colour, LIGHT, least));
        dark.ifPresent(colour -> require(darkKey, colour, DARK, least));
        return light.flatMap(one -> dark.map(other -> new OwnLook.Tones(one, other)));
    }

    private void require(String key, String colour, List<String> papers, double least) {
        for (String paper : papers) {
            double contrast = Contrast.of(colour, paper);
            if (contrast < least) {
                look.problem(
                        key,
                        String.format(
                                Locale.ROOT,
                                "%s is \"%s\" with a contrast of %s to the %s of pages, expected"
                                        + " %s or more so that everyone can read it (WCAG 2.2 AA)",
                                key,
                                colour,
                                // Never rounded up to what is asked for.
                                BigDecimal.valueOf(contrast).setScale(1, RoundingMode.DOWN),
                                paper,
                                BigDecimal.valueOf(least).stripTrailingZeros().toPlainString()));
                return;
            }
        }
    }

    private Optional<OwnLook.Logo> logo() {
        return look.optionalText("logo").flatMap(this::logo);
    }

    private Optional<OwnLook.Logo> logo(String name) {
        try {
            Path file = root.resolve(name).normalize();
            if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file)) {
                return wrong(name, "a picture in the workspace, such as config/logo.png");
            }
            if (Files.size(file) > MOST_BYTES) {
                return wrong(
                        name + "\" of " + Files.size(file) + " bytes",
                        MOST_BYTES + " at most, since it is in every page");
            }
            return picture(name, Files.readAllBytes(file));
        } catch (IOException | RuntimeException unreadable) {
            // Readers of pictures throw many types on damaged ones.
            return wrong(name, "a picture that can be read");
        }
    }

    /** What a picture is, its bytes tell, not its name; an SVG could hold a program. */
    private Optional<OwnLook.Logo> picture(String name, byte[] bytes) throws IOException {
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return wrong(name, "a PNG or JPEG file");
            }
            ImageReader reader = readers.next();
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!List.of("png", "jpeg").contains(format)) {
                return wrong(name, "a PNG or JPEG file");
            }
            reader.setInput(stream);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_PIXELS || height > MOST_PIXELS) {
                return wrong(
                        name + "\" of " + width + " by " + height + " pixels",
                        MOST_PIXELS + " at most each way");
            }
            BufferedImage image = reader.read(0);
            if (image.getColorModel().getNumColorComponents() > 3) {
                return wrong(name, "a picture in red, green and blue, or in grey");
            }
            return Optional.of(
                    new OwnLook.Logo(
                            "image/" + format,
                            Base64.getEncoder().encodeToString(bytes),
                            width,
                            height));
        }
    }

    private Optional<OwnLook.Logo> wrong(String found, String expected) {
        String quoted = found.contains("\"") ? "\"" + found : "\"" + found + "\"";
        look.problem("logo", "logo is " + quoted + ", expected " + expected);
        return Optional.empty();
    }
}
