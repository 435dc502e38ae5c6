package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How a text in a file becomes a value.
 *
 * @param hint ends the message where it does not: {@code , expected …} or did you mean …
 * @param reader throws {@link IllegalArgumentException} or {@link java.time.DateTimeException}
 */
public record ValueType<T>(UnaryOperator<String> hint, Function<String, T> reader) {

    private static final int MAX_DIGITS = 18;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern PERCENT = Pattern.compile("([+-][0-9]{1,4}(\\.[0-9]{1,4})?) ?%");

    /** What tables and folders can be named after. */
    static final ValueType<String> ID =
            checked(
                    "lower-case letters, digits, - and _, such as town-hall",
                    Function.identity(),
                    Pattern.compile("[a-z0-9][a-z0-9_-]*").asMatchPredicate());

    static final ValueType<LocalDate> DAY =
            of("a day that exists, such as 2026-01-31", LocalDate::parse);

    static final ValueType<YearMonth> MONTH = of("a month such as 2026-01", YearMonth::parse);

    static final ValueType<Integer> YEAR =
            checked("a year such as 2025", Integer::valueOf, year -> year > 1900 && year < 2200);

    static final ValueType<Instant> INSTANT =
            of(
                    "an instant with its offset, such as 2026-01-31T14:30:00+01:00",
                    text -> OffsetDateTime.parse(text).toInstant());

    static final ValueType<Duration> DURATION =
            checked(
                    "an ISO-8601 duration such as PT15M",
                    Duration::parse,
                    duration -> duration.compareTo(Duration.ZERO) > 0);

    static final ValueType<ZoneId> ZONE =
            new ValueType<>(
                    text ->
                            Spelling.nearest(text, ZoneId.getAvailableZoneIds())
                                    .map(Spelling::meant)
                                    .orElse(", expected a time zone such as Europe/Brussels"),
                    ZoneId::of);

    static final ValueType<Locale> LANGUAGE =
            checked(
                    "a language code such as nl",
                    Locale::forLanguageTag,
                    locale -> Set.of(Locale.getISOLanguages()).contains(locale.toString()));

    public static final ValueType<Boolean> BOOLEAN =
            checked("true or false", Boolean::valueOf, value -> true)
                    .only(Set.of("true", "false")::contains);

    public static final ValueType<Integer> WHOLE_NUMBER = of("a whole number", Integer::valueOf);

    public static final ValueType<Pattern> REGULAR_EXPRESSION =
            of("a regular expression", ValueType::expression);

    /** A part of a whole, 0 to 1. */
    static final ValueType<Double> SHARE =
            checked(
                    "a share from 0 to 1, such as 0.95",
                    text -> plain(text).doubleValue(),
                    share -> share >= 0 && share <= 1);

    /** A change in percent, as a share: {@code -10%} is -0.10. */
    static final ValueType<BigDecimal> CHANGE =
            checked(
                    "a change with its sign in percent, such as -10%",
                    ValueType::percent,
                    change ->
                            change.signum() != 0 && change.compareTo(BigDecimal.ONE.negate()) >= 0);

    static final ValueType<BigDecimal> NUMBER =
            of("a number with a decimal point, such as 12.5", ValueType::plain);

    /** One of the constants of an enum, in lower case. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        Set<String> words =
                Set.copyOf(
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList());
        return new ValueType<>(
                text -> Spelling.hint(text, words),
                text ->
                        Enum.valueOf(
                                type, required(text, words::contains).toUpperCase(Locale.ROOT)));
    }

    /** One of these words. */
    public static ValueType<String> oneOf(Set<String> words) {
        return new ValueType<>(
                text -> Spelling.hint(text, words), text -> required(text, words::contains));
    }

    /** An id that stands elsewhere. */
    static ValueType<String> reference(Set<String> ids, String elsewhere) {
        return new ValueType<>(
                text ->
                        Spelling.nearest(text, ids)
                                .map(Spelling::meant)
                                .orElse(", expected " + elsewhere),
                text -> required(text, ids::contains));
    }

    /** A number from 0 on, with at most so many decimals, that fits 18 digits. */
    static ValueType<BigDecimal> fromZero(int decimals) {
        return checked(
                "a number from 0 with at most " + decimals + " decimals, such as 12.5",
                ValueType::plain,
                number -> number.signum() >= 0 && fits(number, decimals));
    }

    /** A number above 0, with at most so many decimals, that fits 18 digits. */
    static ValueType<BigDecimal> aboveZero(int decimals) {
        return checked(
                "a number above 0 with at most " + decimals + " decimals, such as 12.5",
                ValueType::plain,
                number -> number.signum() > 0 && fits(number, decimals));
    }

    static ValueType<Integer> wholeFrom(int lowest) {
        return checked(
                "a whole number from " + lowest, Integer::valueOf, number -> number >= lowest);
    }

    static ValueType<Integer> wholeFromTo(int lowest, int highest) {
        return checked(
                "a whole number from " + lowest + " to " + highest,
                Integer::valueOf,
                number -> number >= lowest && number <= highest);
    }

    /**
     * A text that a function reads.
     *
     * @param expected in words that finish "expected …"
     * @param reader may throw {@link IllegalArgumentException} or {@link
     *     java.time.DateTimeException} for what is not expected
     */
    public static <T> ValueType<T> of(String expected, Function<String, T> reader) {
        return new ValueType<>(text -> ", expected " + expected, reader);
    }

    private static <T> ValueType<T> checked(
            String expected, Function<String, T> reader, Predicate<T> check) {
        return of(expected, text -> required(reader.apply(text), check));
    }

    private ValueType<T> only(Predicate<String> check) {
        return new ValueType<>(hint, text -> reader.apply(required(text, check)));
    }

    private static <T> T required(T value, Predicate<T> check) {
        if (!check.test(value)) {
            throw new IllegalArgumentException(value.toString());
        }
        return value;
    }

    private static boolean fits(BigDecimal number, int decimals) {
        return number.scale() <= decimals
                && number.precision() - number.scale() <= MAX_DIGITS - decimals;
    }

    /** Without exponents: 1E999999999 is a number that no column holds. */
    private static BigDecimal plain(String text) {
        return new BigDecimal(required(text, PLAIN_NUMBER.asMatchPredicate()));
    }

    /** Its compiler calls itself for every bracket. */
    private static Pattern expression(String text) {
        try {
            return Pattern.compile(text);
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("too many brackets", tooDeep);
        }
    }

    private static BigDecimal percent(String text) {
        var matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(matcher.group(1)).movePointLeft(2);
    }
}
