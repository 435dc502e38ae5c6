package eu.wattpeil;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up file of readings of meters, each at a regular interval: counters that go on by an
 * amount that differs from reading to reading.
 *
 * @param stamps how its times are written
 * @param isByMeter whether the rows of a meter come together; otherwise those of a time do
 * @param meters how many
 * @param isQuoted whether each field stands in quotes
 * @param packing how it is packed, as the end of its name: empty, {@code .gz} or {@code .zst}
 */
record ReadingsFile(
        Stamps stamps, boolean isByMeter, int meters, boolean isQuoted, String packing) {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");

    /** No row may lie ahead: a file of very many minutes begins earlier. */
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int THOUSANDTHS = 1000;

    /** How times are written, and how definitions tell it. */
    enum Stamps {
        /** {@code 2026-10-25T01:00:00Z}, read as {@code iso}. */
        ISO("iso", ",", ".", ZoneOffset.UTC),
        /** The same texts, read by the letters of a pattern. */
        LETTERS("yyyy-MM-dd'T'HH:mm:ssX", ",", ".", ZoneOffset.UTC),
        /** {@code 25/10/2026 02:00}, with a decimal comma. */
        LOCAL("dd/MM/yyyy HH:mm", ";", ",", ZONE);

        final String pattern;
        final String delimiter;
        final String decimal;
        private final ZoneId zone;

        Stamps(String pattern, String delimiter, String decimal, ZoneId zone) {
            this.pattern = pattern;
            this.delimiter = delimiter;
            this.decimal = decimal;
            this.zone = zone;
        }

        private DateTimeFormatter formatter() {
            String letters = this == LOCAL ? pattern : LETTERS.pattern;
            return DateTimeFormatter.ofPattern(letters, Locale.ROOT).withZone(zone);
        }
    }

    /** What it is called, such as {@code iso-time-500} or {@code local-meter-500-quoted.gz}. */
    String name() {
        return stamps.name().toLowerCase(Locale.ROOT)
                + (isByMeter ? "-meter-" : "-time-")
                + meters
                + (isQuoted ? "-quoted" : "")
                + packing;
    }

    /** Writes it; the times of each meter are a minute apart, those of very many a quarter. */
    void write(Path file, long rows) throws IOException {
        int times = (int) ((rows + meters - 1) / meters);
        int step = meters > THOUSANDTHS ? 900 : 60;
        Instant latest = BEFORE.minusSeconds((long) times * step);
        Instant first = latest.isBefore(FIRST) ? latest : FIRST;
        DateTimeFormatter formatter = stamps.formatter();
        String[] texts = new String[times];
        for (int i = 0; i < times; i++) {
            texts[i] = formatter.format(first.plusSeconds((long) i * step));
        }
        long[] registers = new long[meters];
        Random amounts = new Random(1);
        long left = rows;
        try (OutputStream out = opened(file)) {
            StringBuilder lines = new StringBuilder();
            append(lines, "time", "meter", "register");
            for (int outer = 0; outer < (isByMeter ? meters : times); outer++) {
                for (int inner = 0; inner < (isByMeter ? times : meters) && left > 0; inner++) {
                    int meter = isByMeter ? outer : inner;
                    int time = isByMeter ? inner : outer;
                    registers[meter] += 250 + amounts.nextInt(4_096);
                    append(
                            lines,
                            texts[time],
                            "meter-" + (100_000 + meter),
                            value(registers[meter]));
                    left--;
                    if (lines.length() > BUFFER_BYTES) {
                        out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                        lines.setLength(0);
                    }
                }
            }
            out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private OutputStream opened(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return switch (packing) {
            case ".gz" -> new GZIPOutputStream(out, BUFFER_BYTES);
            case ".zst" -> new ZstdOutputStream(out);
            default -> new BufferedOutputStream(out);
        };
    }

    private void append(StringBuilder lines, String... fields) {
        String quote = isQuoted ? "\"" : "";
        for (int i = 0; i < fields.length; i++) {
            lines.append(i == 0 ? "" : stamps.delimiter)
                    .append(quote)
                    .append(fields[i])
                    .append(quote);
        }
        lines.append('\n');
    }

    private String value(long thousandths) {
        String decimals = Long.toString(THOUSANDTHS + thousandths % THOUSANDTHS);
        return thousandths / THOUSANDTHS + stamps.decimal + decimals.substring(1);
    }
}
