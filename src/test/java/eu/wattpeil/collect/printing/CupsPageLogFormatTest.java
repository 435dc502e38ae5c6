package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.FormatCases;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.util.stream.Stream;

final class CupsPageLogFormatTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return FormatCases.of("cups-page-log", CupsPageLogFormat::of);
    }
}
