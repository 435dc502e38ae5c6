package eu.wattpeil;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Amounts that tell of themselves in every sum and difference: powers of four, times a prime, so
 * that the digits of a number say how often each was added or taken off. One that says twice is
 * none of them. What files say is gathered, number by number, and solved as equations.
 */
final class PrintedAmounts {

    /** So large that few numbers are near a multiple of it by chance. */
    private static final long PRIME = 10_007;

    /** Numbers below it are of something else; so are the first amounts, alone. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(500_000);

    /** The odd pages of those without a department, and what rounding takes away. */
    private static final long AROUND = 100;

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\w.])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)(?!\\w)");

    private final List<Amount> amounts = new ArrayList<>();
    private final Map<String, Amount> current = new TreeMap<>();
    private final Map<Amount, Map<Amount, BigInteger>> equations = new LinkedHashMap<>();
    private final Map<Map<Amount, BigInteger>, String> firstSeen = new LinkedHashMap<>();

    /** What a department printed in a month, until it is corrected. */
    record Amount(int number, String department, YearMonth month) implements Comparable<Amount> {

        long sheets() {
            return PRIME << 2 * number;
        }

        @Override
        public int compareTo(Amount other) {
            return Comparator.comparingInt(Amount::number).compare(this, other);
        }
    }

    /** Prints, or corrects what was printed. */
    void print(String department, YearMonth month) {
        Amount amount = new Amount(amounts.size(), department, month);
        amounts.add(amount);
        current.put(month + department, amount);
    }

    List<Amount> all() {
        return amounts;
    }

    List<Amount> of(YearMonth month) {
        return current.values().stream().filter(it -> it.month().equals(month)).toList();
    }

    List<String> departments() {
        return amounts.stream().map(Amount::department).distinct().sorted().toList();
    }

    /** Takes what a file says; gives the sums that it tells. */
    Set<Map<Amount, BigInteger>> read(Path file) throws IOException {
        Set<Map<Amount, BigInteger>> sums = new LinkedHashSet<>();
        for (String text : texts(file)) {
            Matcher numbers = NUMBER.matcher(text);
            while (numbers.find()) {
                sum(new BigDecimal(numbers.group().replace(",", "")))
                        .ifPresent(
                                sum -> {
                                    sums.add(sum);
                                    firstSeen.putIfAbsent(sum, file + ": " + numbers.group());
                                });
            }
        }
        sums.forEach(this::solve);
        return sums;
    }

    private static List<String> texts(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".xlsx")) {
            List<String> sheets = new ArrayList<>();
            try (InputStream bytes = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(bytes)) {
                for (ZipEntry entry = zip.getNextEntry();
                        entry != null;
                        entry = zip.getNextEntry()) {
                    sheets.add(new String(zip.readAllBytes(), UTF_8));
                }
            }
            return sheets;
        }
        if (name.endsWith(".pdf")) {
            try (PDDocument paper = Loader.loadPDF(file.toFile())) {
                return List.of(new PDFTextStripper().getText(paper));
            }
        }
        return List.of(Files.readString(file, UTF_8));
    }

    /** The amounts in a number, each once, taken off or not at all; empty where it is none. */
    private Optional<Map<Amount, BigInteger>> sum(BigDecimal number) {
        if (number.compareTo(LEAST) < 0) {
            return Optional.empty();
        }
        BigInteger whole = number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
        BigInteger prime = BigInteger.valueOf(PRIME);
        BigInteger rest = whole.add(BigInteger.valueOf(AROUND)).mod(prime);
        if (rest.longValue() > 2 * AROUND) {
            return Optional.empty();
        }
        BigInteger digits = whole.add(BigInteger.valueOf(AROUND)).divide(prime);
        Map<Amount, BigInteger> sum = new TreeMap<>();
        for (Amount amount : amounts) {
            int digit = digits.and(BigInteger.valueOf(3)).intValue();
            if (digit == 2) {
                return Optional.empty();
            }
            BigInteger sign = BigInteger.valueOf(digit == 3 ? -1 : digit);
            if (digit != 0) {
                sum.put(amount, sign);
            }
            digits = digits.subtract(sign).shiftRight(2);
        }
        if (digits.signum() != 0) {
            return Optional.empty();
        }
        return sum.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private void solve(Map<Amount, BigInteger> sum) {
        Map<Amount, BigInteger> rest = rest(sum);
        rest.keySet().stream().findFirst().ifPresent(pivot -> equations.put(pivot, rest));
    }

    /** All sums, with the file and the number that told each first. */
    String sums() {
        return firstSeen.entrySet().stream()
                .map(it -> it.getKey() + " by " + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Whether an amount follows from what was read. */
    boolean follows(Amount amount) {
        return rest(Map.of(amount, BigInteger.ONE)).isEmpty();
    }

    /** Each equation has none of the pivots of those before it, so one way through is enough. */
    private Map<Amount, BigInteger> rest(Map<Amount, BigInteger> sum) {
        BigInteger field = BigInteger.valueOf(Integer.MAX_VALUE);
        Map<Amount, BigInteger> rest = new HashMap<>(sum);
        equations.forEach(
                (pivot, row) -> {
                    BigInteger weight = rest.getOrDefault(pivot, BigInteger.ZERO).mod(field);
                    if (weight.signum() != 0) {
                        BigInteger scale = weight.multiply(row.get(pivot).modInverse(field));
                        row.forEach(
                                (it, other) ->
                                        rest.merge(
                                                it,
                                                scale.multiply(other).negate(),
                                                BigInteger::add));
                    }
                    rest.replaceAll((it, value) -> value.mod(field));
                    rest.values().removeIf(value -> value.signum() == 0);
                });
        return new TreeMap<>(rest);
    }
}
