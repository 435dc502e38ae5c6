package eu.wattpeil.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one dataset, kept column by column: the unit in which rows travel from a document to
 * Parquet.
 *
 * <p>There is always one open row. Its columns start as null; {@link #closeRow()} keeps it and
 * opens the next, {@link #clearRow()} empties it. Numbers, dates and instants are longs as {@link
 * ColumnType} says.
 */
public final class RowBlock {

    /** No column. */
    public static final int NONE = -1;

    /** What stands in place of a number that is null. */
    static final long ABSENT = Long.MIN_VALUE;

    private final Dataset dataset;
    private int capacity;
    private final long[][] numbers;
    private final Text[][] texts;
    private int rows;

    /** What stood there before rows were arranged last, to be used again. */
    private long[] spareNumbers = new long[0];

    private Text[] spareTexts = new Text[0];

    public RowBlock(Dataset dataset, int capacity) {
        this.dataset = dataset;
        this.capacity = capacity;
        int width = dataset.columns().size();
        numbers = new long[width][];
        texts = new Text[width][];
        for (int i = 0; i < width; i++) {
            if (dataset.columns().get(i).type() == ColumnType.TEXT) {
                texts[i] = new Text[capacity];
            } else {
                numbers[i] = new long[capacity];
                Arrays.fill(numbers[i], ABSENT);
            }
        }
    }

    public Dataset dataset() {
        return dataset;
    }

    /** Closed rows. */
    public int rows() {
        return rows;
    }

    public boolean isFull() {
        return rows == capacity;
    }

    /** How many rows there is room for, with the open one. */
    public int room() {
        return capacity - rows;
    }

    /** Sets a number, date, instant or boolean of the open row. */
    public void set(int column, long value) {
        numbers[column][rows] = value;
    }

    /** Sets a text of the open row; null means unknown. */
    public void set(int column, @Nullable Text value) {
        texts[column][rows] = value;
    }

    /** Sets a number of a row behind the open one; 0 ahead is the open row itself. */
    public void setAhead(int column, int ahead, long value) {
        numbers[column][rows + ahead] = value;
    }

    /** As {@link #setAhead(int, int, long)}, of a text; null means unknown. */
    public void setAhead(int column, int ahead, @Nullable Text value) {
        texts[column][rows + ahead] = value;
    }

    /** Sets the same number in the open row and those behind it. */
    public void setAll(int column, int count, long value) {
        Arrays.fill(numbers[column], rows, rows + count, value);
    }

    /** Sets the same text in the open row and those behind it. */
    public void setAll(int column, int count, Text value) {
        Arrays.fill(texts[column], rows, rows + count, value);
    }

    /** Sets a floating-point number of the open row; a negative zero becomes zero. */
    public void setDouble(int column, double value) {
        numbers[column][rows] = Double.doubleToRawLongBits(value + 0.0);
    }

    public boolean isNull(int column, int row) {
        return numbers[column] == null
                ? texts[column][row] == null
                : numbers[column][row] == ABSENT;
    }

    public long number(int column, int row) {
        return numbers[column][row];
    }

    public Text text(int column, int row) {
        return texts[column][row];
    }

    /** The numbers by column; null for a column of texts. Not to be changed. */
    long[][] numbers() {
        return numbers;
    }

    /** The texts by column; null for a column of numbers. Not to be changed. */
    Text[][] texts() {
        return texts;
    }

    /**
     * Adds closed rows of another block of the same dataset, and grows where there is no room.
     *
     * @param from the first of them
     * @param to behind the last
     */
    void add(RowBlock other, int from, int to) {
        int needed = rows + to - from;
        if (needed > capacity) {
            grow(Math.max(needed, 2 * capacity));
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                System.arraycopy(other.texts[i], from, texts[i], rows, to - from);
            } else {
                System.arraycopy(other.numbers[i], from, numbers[i], rows, to - from);
            }
        }
        rows = needed;
    }

    private void grow(int size) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                texts[i] = Arrays.copyOf(texts[i], size);
            } else {
                numbers[i] = Arrays.copyOf(numbers[i], size);
            }
        }
        capacity = size;
    }

    /**
     * Puts its rows into another order.
     *
     * @param places for each row from now on, which one it is now
     */
    void arrange(int[] places) {
        if (spareNumbers.length != capacity) {
            spareNumbers = new long[capacity];
            spareTexts = new Text[capacity];
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                texts[i] = isOneText(texts[i]) ? texts[i] : arranged(texts[i], places);
            } else {
                numbers[i] = isOneNumber(numbers[i]) ? numbers[i] : arranged(numbers[i], places);
            }
        }
    }

    /** Then its order does not matter, as of the document or of what is never known. */
    private boolean isOneText(Text[] column) {
        int row = 1;
        while (row < rows && column[row] == column[0]) {
            row++;
        }
        return row >= rows;
    }

    private boolean isOneNumber(long[] column) {
        int row = 1;
        while (row < rows && column[row] == column[0]) {
            row++;
        }
        return row >= rows;
    }

    /** Leaves the array as the spare one of the next column. */
    private long[] arranged(long[] from, int[] places) {
        long[] to = spareNumbers;
        for (int row = 0; row < places.length; row++) {
            to[row] = from[places[row]];
        }
        spareNumbers = from;
        return to;
    }

    private Text[] arranged(Text[] from, int[] places) {
        Text[] to = spareTexts;
        for (int row = 0; row < places.length; row++) {
            to[row] = from[places[row]];
        }
        spareTexts = from;
        return to;
    }

    /** Whether the open row lacks a value in that column. */
    public boolean isOpenNull(int column) {
        return isNull(column, rows);
    }

    /** The first of some columns in which the open row lacks a value; {@link #NONE} for none. */
    public int firstOpenNull(int[] columns) {
        int open = rows;
        for (int column : columns) {
            long[] known = numbers[column];
            if (known == null ? texts[column][open] == null : known[open] == ABSENT) {
                return column;
            }
        }
        return NONE;
    }

    /** The open row is complete; opens the next one. Not to be called on a full block. */
    public void closeRow() {
        rows++;
    }

    /** As {@link #closeRow()}, of the open row and those behind it. */
    public void closeRows(int count) {
        rows += count;
    }

    /** Empties the open row. */
    public void clearRow() {
        clearRows(1);
    }

    /** Empties the open row and those behind it. */
    public void clearRows(int count) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                Arrays.fill(texts[i], rows, rows + count, null);
            } else {
                Arrays.fill(numbers[i], rows, rows + count, ABSENT);
            }
        }
    }

    /** Whether some rows, from the open one on, lack a value in a column. */
    public boolean hasNull(int column, int count) {
        for (int row = rows; row < rows + count; row++) {
            if (isNull(column, row)) {
                return true;
            }
        }
        return false;
    }

    /** The least number in a column of some rows, from the open one on; the greatest for none. */
    public long least(int column, int count) {
        long least = Long.MAX_VALUE;
        for (int row = rows; row < rows + count; row++) {
            long number = numbers[column][row];
            least = number == ABSENT ? least : Math.min(least, number);
        }
        return least;
    }

    /** The greatest number in a column of some rows, from the open one on; null is below all. */
    public long greatest(int column, int count) {
        long greatest = ABSENT;
        for (int row = rows; row < rows + count; row++) {
            greatest = Math.max(greatest, numbers[column][row]);
        }
        return greatest;
    }

    /** Whether a text is in a column of some rows, from the open one on. */
    public boolean has(int column, int count, Text text) {
        Text last = null;
        for (int row = rows; row < rows + count; row++) {
            Text each = texts[column][row];
            if (each != last && text.equals(each)) {
                return true;
            }
            last = each;
        }
        return false;
    }

    /** Takes no row for one of its own any more: others may be added, but none be opened. */
    void forget() {
        rows = 0;
    }

    /** Empties the block. */
    public void clear() {
        int used = Math.min(rows + 1, capacity);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == null) {
                Arrays.fill(texts[i], 0, used, null);
            } else {
                Arrays.fill(numbers[i], 0, used, ABSENT);
            }
        }
        rows = 0;
    }
}
