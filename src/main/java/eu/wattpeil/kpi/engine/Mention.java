package eu.wattpeil.kpi.engine;

/** A name in a text of SQL, and the line it stands on. */
public record Mention(String name, int line) {}
