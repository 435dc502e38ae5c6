package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes bytes of a document by chance, as disks, mail programs and spreadsheets do. */
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
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(to);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + hostile + text.substring(at);
            case 3 -> text.substring(0, at);
            case 4 -> text.substring(at);
            case 5 -> lines(text);
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

    private String field(String text, String hostile) {
        String[] fields = text.split("(?<=[; \n])|(?=[; \n])", -1);
        fields[random.nextInt(fields.length)] = hostile;
        return String.join("", fields);
    }
}
