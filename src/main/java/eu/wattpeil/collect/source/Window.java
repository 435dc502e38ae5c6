package eu.wattpeil.collect.source;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A stretch of time that an origin is asked for.
 *
 * @param name what answers are named after; it tells the stretch
 * @param from its first instant
 * @param to the first instant after it
 * @param isOver whether it is complete; else it ends at the moment that it is asked for
 * @param zone which its days are counted in
 */
public record Window(String name, Instant from, Instant to, boolean isOver, ZoneId zone) {}
