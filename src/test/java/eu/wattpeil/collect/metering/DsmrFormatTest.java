package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.FormatCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class DsmrFormatTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return FormatCases.of("dsmr", DsmrFormat::of);
    }
}
