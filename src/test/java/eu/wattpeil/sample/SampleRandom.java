package eu.wattpeil.sample;

import java.util.List;

/**
 * SplitMix64 with a fixed algorithm, because the sequences of {@code java.util.Random}'s successors
 * are not promised to stay the same between JDKs.
 *
 * <p>Every subject has a stream of its own, so that a change to one leaves the others' files as
 * they are.
 */
final class SampleRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SampleRandom(long seed, String subject) {
        long hash = seed;
        for (int i = 0; i < subject.length(); i++) {
            hash = mixed(hash + GOLDEN_GAMMA + subject.charAt(i));
        }
        state = hash;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** From 0, inclusive, to 1, exclusive. */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** From 0, inclusive, to the bound, exclusive. */
    int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Both ends inclusive. */
    int between(int lowest, int highest) {
        return lowest + nextInt(highest - lowest + 1);
    }

    boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** Mean 0, standard deviation 1, never beyond 6: twelve uniform numbers need no logarithm. */
    double nextNormal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += nextDouble();
        }
        return sum;
    }

    <T> T pick(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }

    /** An index, each as likely as its weight says. */
    int pickWeighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
