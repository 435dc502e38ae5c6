package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.FormatCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class WindowsPrintEventFormatTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return FormatCases.of("windows-print-event", WindowsPrintEventFormat::of);
    }
}
