package eu.wattpeil.report.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives sheets the names that spreadsheets allow, each once. */
final class SheetNames {

    /** Characters of the longest. */
    private static final int MOST = 31;

    private static final String FORBIDDEN = "[]:*?/\\";

    /** Kept by Excel for a sheet of its own. */
    private static final String KEPT = "history";

    private final Set<String> taken = new HashSet<>();

    /** The name nearest to one that is wished. Capitals tell no two names apart. */
    String next(String wished) {
        String plain = plain(wished);
        String name = cut(plain, MOST);
        for (int number = 2; isTaken(name); number++) {
            String ending = " (" + number + ")";
            name = cut(plain, MOST - ending.length()) + ending;
        }
        taken.add(name.toLowerCase(Locale.ROOT));
        return name;
    }

    private boolean isTaken(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.equals(KEPT) || taken.contains(small);
    }

    private static String plain(String wished) {
        StringBuilder plain = new StringBuilder();
        new Cell.Text(wished)
                .text()
                .codePoints()
                .map(sign -> FORBIDDEN.indexOf(sign) >= 0 || sign < ' ' ? '-' : sign)
                .forEachOrdered(plain::appendCodePoint);
        String name = unquoted(plain.toString());
        return name.isEmpty() ? "-" : name;
    }

    /** Without spaces and apostrophes around it: a name may not begin or end with one. */
    private static String unquoted(String name) {
        return name.replaceAll("^[\\s']+|[\\s']+$", "");
    }

    /** Never through a character of two halves. */
    private static String cut(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
        return unquoted(name.substring(0, end));
    }
}
