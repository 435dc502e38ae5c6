package eu.wattpeil.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of a file of a workspace by a slip, a bad editor, a bad disk or bad intent. */
enum FileMutation {
    BYTES_FLIPPED(FileMutation::flipped),
    HEAD_CUT((text, random) -> text.substring(at(text, random))),
    TAIL_CUT((text, random) -> text.substring(0, at(text, random))),
    MIDDLE_CUT(FileMutation::withoutMiddle),
    LINE_DELETED(ofLines((lines, random) -> lines.remove(random.nextInt(lines.size())))),
    LINE_DOUBLED(
            ofLines(
                    (lines, random) -> {
                        int at = random.nextInt(lines.size());
                        lines.add(at, lines.get(at));
                    })),
    LINES_SWAPPED(
            ofLines(
                    (lines, random) -> {
                        int one = random.nextInt(lines.size());
                        lines.set(one, lines.set(random.nextInt(lines.size()), lines.get(one)));
                    })),
    LINE_INDENTED(
            ofLines(
                    (lines, random) -> {
                        int at = random.nextInt(lines.size());
                        lines.set(at, " ".repeat(1 + random.nextInt(4)) + lines.get(at));
                    })),
    KEY_DELETED(ofKeys((lines, entry) -> lines.subList(entry.from(), entry.to()).clear())),
    KEY_DOUBLED(
            ofKeys(
                    (lines, entry) ->
                            lines.addAll(
                                    entry.to(),
                                    List.copyOf(lines.subList(entry.from(), entry.to()))))),
    VALUE_HOSTILE(
            ofLines(
                    (lines, random) -> {
                        int at = random.nextInt(lines.size());
                        lines.set(
                                at,
                                lines.get(at)
                                        .replaceFirst(
                                                random.nextBoolean() ? "[^,:=]*$" : "[^ ]*$",
                                                Matcher.quoteReplacement(hostile(random))));
                    })),
    LINE_HOSTILE(
            ofLines(
                    (lines, random) -> {
                        lines.add(random.nextInt(lines.size() + 1), hostile(random));
                    })),
    EMPTIED((text, random) -> random.nextBoolean() ? "" : "\n  \n"),
    NOT_UTF8(
            (text, random) ->
                    inserted(
                            text,
                            random,
                            random.ints(1 + random.nextInt(300), 0x80, 0x100)
                                    .mapToObj(Character::toString)
                                    .collect(Collectors.joining()))),
    ALIAS_BOMB((text, random) -> inLine(text, random, aliasBomb(random))),
    DEEP_BLOCK((text, random) -> inLine(text, random, deepBlock(20 + random.nextInt(400)))),
    DEEP_FLOW(
            (text, random) -> {
                String open = List.of("[", "{a: ", "(", "- ", "case when ").get(random.nextInt(5));
                return inLine(text, random, open.repeat(10 + random.nextInt(20_000)));
            }),
    SCALAR_LONG(
            (text, random) ->
                    inserted(text, random, sign(random).repeat(1 + random.nextInt(2_000_000)))),
    ENTRIES_MANY(FileMutation::withManyEntries),
    TABS((text, random) -> tabbed(text, random));

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "x".repeat(200_000),
                    "9".repeat(5_000),
                    "(".repeat(20_000),
                    "[".repeat(20_000),
                    "[[x]]",
                    "{a: {b: c}}",
                    "&a [*a, *a]",
                    "*nowhere",
                    "!!java.lang.Object x",
                    "!!binary x",
                    "? x",
                    "<<: *a",
                    "1e999999999",
                    "-0",
                    "NaN",
                    "0000-00-00",
                    "\"",
                    "'",
                    "\t",
                    "\0",
                    "\\u12",
                    "\r",
                    "---",
                    "%YAML 9.9",
                    "{{{{{{a,b},c},d}*",
                    "(((((a+)+)+)+)+)$",
                    "**/**/**/**/**/**/**/x",
                    "../../../../etc/passwd",
                    "{plural, select, other {{{{",
                    "-- title.en: x",
                    "/*",
                    "select 1; select 2",
                    "from range(10000000000)",
                    "${page.nothing().at.all()}",
                    "<p th:each=\"x : ${page.months}\"",
                    "- id: [x]");

    private static final Pattern KEY = Pattern.compile("(\\s*(?:-- )?)(?:- )?[\\w.-]+ ?[:=].*");

    private final BiFunction<String, Random, String> change;

    FileMutation(BiFunction<String, Random, String> change) {
        this.change = change;
    }

    /** The bytes after it; the same where it finds nothing to change. */
    byte[] of(byte[] bytes, Random random) {
        return change.apply(new String(bytes, ISO_8859_1), random).getBytes(ISO_8859_1);
    }

    /** The lines of an entry: that of its key, and what is indented further below it. */
    private record Entry(int from, int to) {

        static List<Entry> all(List<String> lines) {
            List<Entry> entries = new ArrayList<>();
            for (int from = 0; from < lines.size(); from++) {
                Matcher key = KEY.matcher(lines.get(from));
                if (!key.matches()) {
                    continue;
                }
                int indent = key.group(1).length();
                int to = from + 1;
                while (to < lines.size() && indent(lines.get(to)) > indent) {
                    to++;
                }
                entries.add(new Entry(from, to));
            }
            return entries;
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }
    }

    /** Changes a list of lines. */
    private interface EntryChange {
        void make(List<String> lines, Entry entry);
    }

    private static BiFunction<String, Random, String> ofLines(
            BiConsumer<List<String>, Random> change) {
        return (text, random) -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            change.accept(lines, random);
            return String.join("\n", lines);
        };
    }

    private static BiFunction<String, Random, String> ofKeys(EntryChange change) {
        return ofLines(
                (lines, random) -> {
                    List<Entry> entries = Entry.all(lines);
                    if (!entries.isEmpty()) {
                        change.make(lines, entries.get(random.nextInt(entries.size())));
                    }
                });
    }

    private static String flipped(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(8); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            changed.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
        }
        return changed.toString();
    }

    private static String withoutMiddle(String text, Random random) {
        int one = at(text, random);
        int other = at(text, random);
        return text.substring(0, Math.min(one, other)) + text.substring(Math.max(one, other));
    }

    private static String withManyEntries(String text, Random random) {
        List<String> lines = List.of(text.split("\n", -1));
        String line = lines.get(random.nextInt(lines.size()));
        Function<Integer, String> entry =
                random.nextBoolean() ? i -> line : i -> line.replaceFirst("[\\w-]+", "k" + i);
        return text
                + IntStream.range(0, 1 + random.nextInt(20_000))
                        .mapToObj(entry::apply)
                        .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String tabbed(String text, Random random) {
        return random.nextBoolean()
                ? inLine(text, random, "\t".repeat(1 + random.nextInt(5)))
                : text.replaceFirst("(?m)^ +", "\t");
    }

    /** Names that stand for ever more of each other, few enough of them for a reader of YAML. */
    private static String aliasBomb(Random random) {
        int times = 2 + random.nextInt(8);
        StringBuilder bomb = new StringBuilder("b0: &b0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i <= 50 / times; i++) {
            String all = ("*b" + (i - 1) + ",").repeat(times);
            bomb.append("b").append(i).append(": &b").append(i);
            bomb.append(" [").append(all, 0, all.length() - 1).append("]\n");
        }
        return bomb.toString();
    }

    private static String deepBlock(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(level -> " ".repeat(level) + "k:")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String hostile(Random random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private static String sign(Random random) {
        return List.of("x", "9", " ", ",", "\"", "(", "{", "a{", "'", "-", "\u00C3\u00A9")
                .get(random.nextInt(11));
    }

    private static int at(String text, Random random) {
        return random.nextInt(text.length() + 1);
    }

    private static String inserted(String text, Random random, String what) {
        int at = at(text, random);
        return text.substring(0, at) + what + text.substring(at);
    }

    /** With a text put at the start of some line. */
    private static String inLine(String text, Random random, String what) {
        int at = at(text, random);
        int start = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(0, start) + what + text.substring(start);
    }
}
