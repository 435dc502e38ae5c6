package eu.wattpeil.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives equal texts the same number, from 0 on in the order in which they come first. */
final class TextNumbers {

    private static final int FIRST_TEXTS = 1 << 8;

    private final Map<Text, Integer> known = new HashMap<>();
    private final int[] numbers;

    /** By number, each as it came last. */
    private Text[] texts = new Text[FIRST_TEXTS];

    /** What came after a text last: loggers tell of the same meters in the same order each time. */
    private int[] followers = new int[FIRST_TEXTS];

    TextNumbers(Text[] column, int rows) {
        numbers = new int[rows];
        int last = 0;
        for (int row = 0; row < rows; row++) {
            Text text = column[row];
            if (text != texts[last]) {
                int expected = followers[last];
                int number = text == texts[expected] ? expected : number(text);
                followers[last] = number;
                last = number;
            }
            numbers[row] = last;
        }
    }

    /** The number of each row's text. */
    int[] numbers() {
        return numbers;
    }

    /** How many different texts there are. */
    int count() {
        return known.size();
    }

    private int number(Text text) {
        int number = known.size();
        Integer before = known.putIfAbsent(text, number);
        if (before != null) {
            texts[before] = text;
            return before;
        }
        if (number == texts.length) {
            texts = Arrays.copyOf(texts, 2 * number);
            followers = Arrays.copyOf(followers, 2 * number);
        }
        texts[number] = text;
        return number;
    }
}
