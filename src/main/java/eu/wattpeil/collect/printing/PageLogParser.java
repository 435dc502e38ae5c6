package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.printing.ParsedLine.Broken;
import eu.wattpeil.collect.printing.ParsedLine.Entry;
import eu.wattpeil.collect.printing.ParsedLine.Foreign;
import eu.wattpeil.collect.value.NoValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a line of the default format of CUPS: {@code %p %u %j %T %P %C %{job-billing}
 * %{job-originating-host-name} %{job-name} %{media} %{sides}} (scheduler/conf.c).
 *
 * <p>Fields are parted by one blank and nothing is quoted, but users and titles hold blanks. So the
 * time is found first; before it stand printer, user and job number, of which only the user may
 * hold blanks; after it, what precedes the title is read from the left and what follows it from the
 * right. The title itself and the host are skipped and never looked at.
 */
final class PageLogParser implements LineParser {

    /** CUPS cuts a line at the size of its buffer (scheduler/log.c, {@code cupsdLogPage}). */
    private static final int CUT_LENGTH = 2047;

    private static final int MAX_DIGITS = 9;
    private static final String NONE = "-";

    private final List<String> codes;
    private final PageLogTime times = new PageLogTime();

    /**
     * @param codes billing codes that may hold blanks, as {@link
     *     eu.wattpeil.collect.bytes.LogLines#bytewise}; others end at the first one
     */
    PageLogParser(Collection<String> codes) {
        this.codes =
                codes.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    @Override
    public ParsedLine parse(String line) {
        if (line.isBlank() || isRemarkOfJournal(line)) {
            return new Foreign();
        }
        int bracket = line.indexOf('[');
        while (bracket >= 0) {
            long loggedAt = times.read(line, bracket);
            if (NoValue.isValue(loggedAt)) {
                return head(line, bracket, times.end(), loggedAt);
            }
            bracket = line.indexOf('[', bracket + 1);
        }
        return withoutTime(line);
    }

    private ParsedLine head(String line, int bracket, int end, long loggedAt) {
        int start = startOfMessage(line, bracket);
        boolean isQuoted = start < bracket && line.charAt(start) == '"';
        String head = line.substring(isQuoted ? start + 1 : start, bracket).stripTrailing();
        int afterPrinter = head.indexOf(' ');
        int beforeJob = head.lastIndexOf(' ');
        // CUPS logs - for no user. Where one of the three is gone, the user could pass for the
        // printer.
        if (afterPrinter <= 0 || beforeJob == afterPrinter) {
            return malformed("", "printer, user and job number before the time");
        }
        long jobId = number(head.substring(beforeJob + 1));
        if (jobId < 0) {
            return unreadable("job-id", "the number of the job before the time");
        }
        String user = head.substring(afterPrinter + 1, beforeJob);
        boolean isCut = line.length() - start >= CUT_LENGTH;
        boolean endsQuoted = isQuoted && !isCut && line.endsWith("\"");
        String tail = line.substring(end, endsQuoted ? line.length() - 1 : line.length());
        return tail(tail, isCut, head.substring(0, afterPrinter), user, jobId, loggedAt);
    }

    private ParsedLine tail(
            String tail, boolean isCut, String printer, String user, long jobId, long loggedAt) {
        Fields fields = new Fields(tail);
        String pageText = fields.next();
        boolean isTotal = pageText.equalsIgnoreCase("total");
        long page = isTotal ? 0 : number(pageText);
        if (page < 0 || !isTotal && page == 0) {
            return unreadable("page-number", "a page number or \"total\" after the time");
        }
        String countText = fields.next();
        long count = number(countText);
        if (count < 0) {
            return countText.isEmpty()
                    ? malformed("num-copies", "a number of pages or copies; the line is cut off")
                    : unreadable("num-copies", "a number of pages or copies");
        }
        String billing = fields.next(codes);
        if (fields.isAtEnd()) {
            return malformed("job-originating-host-name", "a host; the line is cut off");
        }
        fields.next();
        Ending ending = isCut ? Ending.NOTHING : Ending.of(fields.rest());
        return new Entry(
                printer,
                jobId,
                user.equals(NONE) ? "" : user,
                loggedAt,
                page,
                count,
                billing.equals(NONE) ? "" : billing,
                ending.paper(),
                ending.sides(),
                Entry.UNTOLD,
                Entry.UNTOLD);
    }

    /** Where the line of CUPS starts behind the prefix of a system log, which ends with ": ". */
    private static int startOfMessage(String line, int bracket) {
        int colon = line.lastIndexOf(": ", bracket);
        return colon < 0 ? 0 : colon + 2;
    }

    private static ParsedLine withoutTime(String line) {
        if (isOfOtherProgram(line)) {
            return new Foreign();
        }
        return malformed(
                "", "printer, user, job number and a time such as [21/Nov/2026:21:24:35 +0100]");
    }

    /** {@code -- Boot 5c1d… --} and the like: remarks of journalctl. */
    static boolean isRemarkOfJournal(String line) {
        return line.startsWith("-- ");
    }

    /** Whether a line of a system log has the tag of another program, such as systemd[1]. */
    static boolean isOfOtherProgram(String line) {
        int tagEnd = line.indexOf("]: ");
        int tagStart = tagEnd < 0 ? -1 : line.lastIndexOf(' ', tagEnd);
        if (tagStart < 0) {
            return false;
        }
        String tag = line.substring(tagStart + 1, tagEnd);
        int process = tag.indexOf('[');
        return process > 0 && number(tag.substring(process + 1)) >= 0 && !tag.contains("cupsd");
    }

    static long number(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static Broken malformed(String field, String expected) {
        return new Broken(field, Reason.MALFORMED_ROW, expected);
    }

    private static Broken unreadable(String field, String expected) {
        return new Broken(field, Reject.Reason.UNREADABLE_VALUE, expected);
    }

    /** Fields from the left, each after one blank. */
    private static final class Fields {

        private final String text;
        private int at;

        Fields(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        /** The next field; empty where two blanks follow each other, and at the end. */
        String next() {
            int from = Math.min(at + 1, text.length());
            int blank = text.indexOf(' ', from);
            at = blank < 0 ? text.length() : blank;
            return text.substring(from, at);
        }

        /** The next field, which may hold blanks where it is one of the words. */
        String next(List<String> words) {
            int from = Math.min(at + 1, text.length());
            for (String word : words) {
                if (text.startsWith(word + " ", from)) {
                    at = from + word.length();
                    return word;
                }
            }
            return next();
        }

        String rest() {
            return text.substring(at);
        }
    }
}
