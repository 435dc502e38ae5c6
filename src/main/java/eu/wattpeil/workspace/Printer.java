package eu.wattpeil.workspace;

import java.util.Optional;

/**
 * A row of {@code config/printers.csv}.
 *
 * @param printerId as print logs name it
 * @param isHub whether it is a central one, for many; empty where nobody says
 * @param maxPagesPerHour the most it can print, sides; the bound for what its counter may rise by
 * @param registerMax the count at which its counter starts again from 0
 */
public record Printer(
        String printerId,
        Optional<Boolean> isHub,
        Optional<Integer> maxPagesPerHour,
        Optional<Integer> registerMax) {}
