package eu.wattpeil.collect.metering;

/**
 * The CRC-16 with which a telegram ends: polynomial x¹⁶ + x¹⁵ + x² + 1, least significant bit
 * first, over all characters from {@code /} to {@code !} (P1 Companion Standard 5.0.2, 6.2).
 */
final class Checksum {

    private static final int REVERSED_POLYNOMIAL = 0xA001;
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int remainder = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                remainder = remainder >> 1 ^ ((remainder & 1) == 0 ? 0 : REVERSED_POLYNOMIAL);
            }
            TABLE[i] = remainder;
        }
    }

    private Checksum() {}

    /**
     * Whether a sum is that of a telegram: as it stands, or with the CRLF that a meter writes where
     * the file was saved with other line ends.
     *
     * @param to before which the telegram ends, behind its {@code !}
     */
    static boolean fits(int sum, byte[] bytes, int to) {
        return sum == of(bytes, to, false) || sum == of(bytes, to, true);
    }

    private static int of(byte[] bytes, int to, boolean hasOtherLineEnds) {
        int sum = 0;
        for (int i = 0; i < to; i++) {
            boolean isLineEnd = bytes[i] == '\n' || bytes[i] == '\r';
            if (hasOtherLineEnds && isLineEnd) {
                boolean isPair = bytes[i] == '\r' && i + 1 < to && bytes[i + 1] == '\n';
                i += isPair ? 1 : 0;
                sum = next(next(sum, '\r'), '\n');
            } else {
                sum = next(sum, bytes[i]);
            }
        }
        return sum;
    }

    private static int next(int sum, int character) {
        return sum >> Byte.SIZE ^ TABLE[(sum ^ character) & 0xff];
    }
}
