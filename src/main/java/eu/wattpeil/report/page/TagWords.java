package eu.wattpeil.report.page;

import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Tags;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how a goal or a measure is sorted. */
final class TagWords {

    private final Words words;

    TagWords(Words words) {
        this.words = words;
    }

    /** Lever, actor, rung and what it is good for, as it is tagged; empty without a tag. */
    String text(Tags tags) {
        return Stream.of(
                        tags.lever().map(it -> words.code("lever", it)).stream(),
                        tags.actor().map(it -> words.code("actor", it)).stream(),
                        tags.rung().map(it -> words.code("rung", it)).stream(),
                        tags.dimensions().stream()
                                .sorted()
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .map(it -> words.code("dimension", it)))
                .flatMap(it -> it)
                .collect(Collectors.joining(" · "));
    }
}
