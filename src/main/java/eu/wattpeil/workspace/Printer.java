package eu.wattpeil.workspace;

import java.util.Optional;

/**
 * A row of {@code config/printers.csv}.
 *
 * @param printerId as print logs name it
 * @param isHub whether it is a central one, for many; empty where nobody says
 */
public record Printer(String printerId, Optional<Boolean> isHub) {}
