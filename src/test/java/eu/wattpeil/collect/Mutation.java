package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes a document by chance, as disks, mail programs, spreadsheets and faulty meters do. */
record Mutation(Random random) {

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "\0",
                    "\0".repeat(5000),
                    "\"",
                    "\"\"\"",
                    "\r",
                    "\r\n",
                    "\n".repeat(200),
                    ";".repeat(5000),
                    " ".repeat(20_000),
                    "[".repeat(5000),
                    "9".repeat(400),
                    "-0",
                    "1e999999999",
                    "NaN",
                    "99-99-9999",
                    "\u00EF\u00BB\u00BF",
                    "\u00FF\u00FE",
                    "\u00ED\u00A0\u0080",
                    "x".repeat(300_000));

    private static final List<String> EXTREME =
            List.of(
                    "0",
                    "1",
                    "99",
                    "32768",
                    "65535",
                    "2147483648",
                    "4294967295",
                    "999999999999999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551615",
                    "0.0000000001",
                    "1e308",
                    "1e-400");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /** The bytes with one to four changes. */
    byte[] of(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            text = changed(text);
        }
        return text.getBytes(ISO_8859_1);
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(30));
        String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(to);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + hostile + text.substring(at);
            case 3 -> text.substring(0, at);
            case 4 -> text.substring(at);
            case 5 -> lines(text);
            case 6, 7 -> number(text);
            default -> field(text, hostile);
        };
    }

    /** Two lines in each other's place, or one twice. */
    private String lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String first = lines.get(one);
        if (random.nextBoolean()) {
            lines.set(one, lines.get(other));
        }
        lines.set(other, first);
        return String.join("\n", lines);
    }

    /** A number in the place of another: far too large, below zero, or with a point. */
    private String number(String text) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return "-1" + text;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        String digits = number.group();
        int point = random.nextInt(digits.length() + 1);
        String other =
                switch (random.nextInt(4)) {
                    case 0 -> digits.startsWith("-") ? digits.substring(1) : "-" + digits;
                    case 1 -> digits + "9".repeat(1 + random.nextInt(20));
                    case 2 -> digits.substring(0, point) + "." + digits.substring(point);
                    default -> EXTREME.get(random.nextInt(EXTREME.size()));
                };
        return text.substring(0, number.start()) + other + text.substring(number.end());
    }

    private String field(String text, String hostile) {
        String[] fields = text.split("(?<=[; \n])|(?=[; \n])", -1);
        fields[random.nextInt(fields.length)] = hostile;
        return String.join("", fields);
    }
}
