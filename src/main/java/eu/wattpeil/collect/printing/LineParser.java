package eu.wattpeil.collect.printing;

/** Reads the lines of a page log, in whatever format they are. */
interface LineParser {

    /** What a line is. */
    ParsedLine parse(String line);
}
