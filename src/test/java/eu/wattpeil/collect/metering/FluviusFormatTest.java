package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.FormatCases;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.util.stream.Stream;

final class FluviusFormatTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return FormatCases.of("fluvius", FluviusFormat::of);
    }
}
