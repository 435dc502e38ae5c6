package eu.wattpeil.collect.value;

/**
 * ISO 8601: {@code 2026-10-25}, or with a {@code T} or blank {@code 02:00}, {@code 02:00:00} or
 * {@code 02:00:00.123}, and then {@code Z}, {@code +01:00}, {@code +0100} or {@code +01}.
 */
final class IsoTime extends TimeText {

    private byte[] bytes = new byte[0];
    private int p;
    private int end;
    private boolean isWrong;
    private int lastDate = -1;
    private long lastDay;

    @Override
    long parse(byte[] source, int from, int to) {
        bytes = source;
        p = from;
        end = to;
        isWrong = false;
        offset = NoValue.NO_OFFSET;
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            lastDay = epochDay(year, month, day);
            lastDate = date;
        }
        if (isWrong || lastDay == NoValue.UNREADABLE) {
            return NoValue.UNREADABLE;
        }
        long local = lastDay * MICROS_PER_DAY;
        if (p == end) {
            return local;
        }
        if (!take('T') && !take('t')) {
            expect(' ');
        }
        long ofDay = time();
        return isWrong || ofDay == NoValue.UNREADABLE ? NoValue.UNREADABLE : local + ofDay;
    }

    private long time() {
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        int second = take(':') ? digits(2) : 0;
        int micros = p < end && (take('.') || take(',')) ? fraction() : 0;
        if (p < end) {
            readOffset();
        }
        isWrong |= p != end;
        return isWrong ? NoValue.UNREADABLE : microsOfDay(hour, minute, second, micros);
    }

    private void readOffset() {
        take(' ');
        if (take('Z') || take('z')) {
            offset = 0;
            return;
        }
        int sign = take('-') ? -1 : 1;
        if (sign == 1) {
            expect('+');
        }
        int hours = digits(2);
        boolean hasColon = take(':');
        int minutes = p < end || hasColon ? digits(2) : 0;
        isWrong |= hours > 18 || minutes > 59;
        offset = sign * (hours * 3_600L + minutes * 60L) * MICROS_PER_SECOND;
    }

    private int fraction() {
        int micros = 0;
        int unit = 100_000;
        isWrong |= p == end;
        while (p < end && bytes[p] >= '0' && bytes[p] <= '9') {
            micros += unit * (bytes[p++] - '0');
            unit /= 10;
        }
        isWrong |= unit == 100_000 && micros == 0 && bytes[p - 1] != '0';
        return micros;
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++, p++) {
            if (p >= end || bytes[p] < '0' || bytes[p] > '9') {
                isWrong = true;
                return 0;
            }
            number = number * 10 + bytes[p] - '0';
        }
        return number;
    }

    private boolean take(char c) {
        if (p < end && bytes[p] == c) {
            p++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        isWrong |= !take(c);
    }
}
