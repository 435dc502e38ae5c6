package eu.wattpeil.report.workbook;

import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.TextDirection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What stands in a cell of a sheet. */
sealed interface Cell {

    Cell BLANK = new Blank();

    /** In which it is shown, in the code of spreadsheets; empty for what has none. */
    default Optional<String> shownIn() {
        return Optional.empty();
    }

    /** Nothing: not known, or not shown. */
    record Blank() implements Cell {}

    /** A text, whatever it begins with: never a formula. */
    record Text(String text) implements Cell {

        /** Characters that a cell holds; a spreadsheet calls a file with more damaged. */
        static final int MOST = 32_767;

        public Text {
            text = allowed(TextDirection.settled(text));
        }

        /** Without what XML 1.0 (2.2) does not allow, such as control characters. */
        private static String allowed(String text) {
            StringBuilder kept = new StringBuilder(text.length());
            text.codePoints()
                    .filter(Text::isAllowed)
                    .takeWhile(sign -> kept.length() + Character.charCount(sign) <= MOST)
                    .forEachOrdered(kept::appendCodePoint);
            return kept.toString();
        }

        private static boolean isAllowed(int sign) {
            boolean isSpace = sign == '\t' || sign == '\n' || sign == '\r';
            boolean isControl = sign < ' ';
            boolean isHalf = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
            return isSpace || !isControl && !isHalf && sign != 0xfffe && sign != 0xffff;
        }
    }

    /**
     * A number.
     *
     * @param value exact
     * @param format in which it is shown, in the code of spreadsheets
     */
    record Amount(BigDecimal value, String format) implements Cell {

        public Amount {
            value = Numerals.plain(value);
        }

        /** A double, which is written as {@link Numerals#plain} does. */
        Amount(double value, String format) {
            this(Numerals.plain(value), format);
        }

        @Override
        public Optional<String> shownIn() {
            return Optional.of(format);
        }
    }

    /**
     * A day.
     *
     * @param format in which it is shown, in the code of spreadsheets
     */
    record Day(LocalDate day, String format) implements Cell {

        @Override
        public Optional<String> shownIn() {
            return Optional.of(format);
        }
    }

    /** Yes or no. */
    record Flag(boolean is) implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell whole(long number) {
        return new Amount(BigDecimal.valueOf(number), Formats.WHOLE);
    }

    /** A number that counts nothing, such as a year. */
    static Cell plain(long number) {
        return new Amount(BigDecimal.valueOf(number), Formats.PLAIN);
    }

    static Cell day(Optional<LocalDate> day) {
        return day.<Cell>map(it -> new Day(it, Formats.DAY)).orElse(BLANK);
    }

    /** The first day of a month, shown as the month. */
    static Cell month(YearMonth month) {
        return new Day(month.atDay(1), Formats.MONTH);
    }
}
