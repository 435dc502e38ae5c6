package eu.wattpeil.collect.value;

import java.nio.charset.StandardCharsets;

/** Seconds or milliseconds since 1970-01-01T00:00Z. */
final class EpochTime extends TimeText {

    private final DecimalText numbers;

    EpochTime(long microsPerUnit) {
        numbers =
                DecimalText.of(
                        new NumberSigns('.'),
                        StandardCharsets.US_ASCII,
                        0,
                        Ratio.of(microsPerUnit, 1));
        offset = 0;
    }

    @Override
    long parse(byte[] bytes, int from, int to) {
        long micros = numbers.read(bytes, from, to);
        return micros == NoValue.TOO_LARGE ? NoValue.UNREADABLE : micros;
    }
}
