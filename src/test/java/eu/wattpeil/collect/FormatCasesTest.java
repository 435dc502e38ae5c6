package eu.wattpeil.collect;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Each reader and each preset gives of each of its cases what is expected. */
class FormatCasesTest {

    @TestFactory
    Stream<DynamicContainer> everyFormatReadsWhatIsOdd() {
        return Formats.names(TestPresets.PRESETS).stream()
                .map(format -> DynamicContainer.dynamicContainer(format, FormatCases.of(format)));
    }
}
