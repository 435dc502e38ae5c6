package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.FormatCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DelimitedCasesTest {

    @TestFactory
    Stream<DynamicTest> readsWhatIsOdd() throws IOException {
        return FormatCases.of("delimited", DelimitedFormat::of);
    }
}
