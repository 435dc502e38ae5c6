package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Tags.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagsTest {

    /** A report is published again where what it is made from reads otherwise. */
    @Test
    void haveTheirDimensionsInTheSameOrderInEveryProcess() {
        for (Set<Dimension> given :
                List.of(
                        Set.of(Dimension.PURPOSE, Dimension.PLANET, Dimension.PEOPLE),
                        Set.of(Dimension.PLANET, Dimension.PEOPLE, Dimension.PURPOSE))) {
            Tags tags = new Tags(Optional.empty(), Optional.empty(), Optional.empty(), given);

            assertThat(tags.dimensions()).containsExactly(Dimension.values());
        }
    }
}
