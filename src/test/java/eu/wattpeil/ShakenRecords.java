package eu.wattpeil;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Makes other records of those of a workspace on sample data: valid ones, and not as expected. */
final class ShakenRecords {

    private static final double GAP = 0.002;
    private static final int LONGEST_GAP = 60;
    private static final double OTHER_NUMBER = 0.03;
    private static final int HEADER = 2;
    private static final int MOST_PEOPLE = 15;

    private static final Pattern DECIMAL =
            Pattern.compile("(?<![\\w.,:-])(\\d{1,9})([.,])(\\d{1,3})(?![\\w.,:-])");

    /** Of formats with a record a line, from which lines can be left out. */
    private static final Pattern LINES = Pattern.compile(".*\\.(csv|lp)\\.gz|.*/page_log[^/]*");

    private final Random random;

    ShakenRecords(Random random) {
        this.random = random;
    }

    /** The same seed makes the same of the same files. */
    void shake(Path workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace.resolve("sample-data"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                shakeFile(file);
            }
        }
        Path headcount = workspace.resolve("config/headcount.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(headcount)) {
            String[] fields = line.split(",");
            boolean isRow = fields.length == 4 && fields[0].startsWith("2");
            int people = 1 + random.nextInt(MOST_PEOPLE);
            lines.add(isRow ? fields[0] + "," + fields[1] + "," + people + ".0," + people : line);
        }
        Files.write(headcount, lines);
    }

    private void shakeFile(Path file) throws IOException {
        byte[] bytes;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = in.readAllBytes();
        }
        // Bytes stay what they are, in whatever charset.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isOfLines = LINES.matcher(file.toString()).matches();
        StringBuilder shaken = new StringBuilder();
        int gap = 0;
        int number = 0;
        for (String line : text.split("(?<=\n)")) {
            number++;
            gap = gap > 0 ? gap - 1 : isGap(isOfLines, number) ? random.nextInt(LONGEST_GAP) : 0;
            if (gap == 0) {
                shaken.append(
                        number > HEADER ? DECIMAL.matcher(line).replaceAll(this::other) : line);
            }
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(shaken.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private boolean isGap(boolean isOfLines, int number) {
        return isOfLines && number > HEADER && random.nextDouble() < GAP;
    }

    /** Mostly the same number; else one with a half at its end, one that fell, or one of three. */
    private String other(MatchResult number) {
        String whole = number.group(1);
        String point = number.group(2);
        String decimals = number.group(3);
        if (random.nextDouble() >= OTHER_NUMBER) {
            return Matcher.quoteReplacement(number.group());
        }
        return switch (random.nextInt(4)) {
            case 0 -> whole + point + decimals.substring(1) + "5";
            case 1 -> whole + point + "333".substring(0, decimals.length());
            case 2 -> Long.parseLong(whole) / 2 + point + decimals;
            default -> random.nextInt(10) + point + decimals;
        };
    }
}
