package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.ScopeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScopesTest {

    private static final Scope ROOM = new Scope("room", "town-hall-sr");

    @Test
    void callsAPartAsTheWorkspaceDoesInTheLanguageOfTheReader() {
        ScopeName name = new ScopeName(ROOM, Waterdam.titles("Basement", "Kelder"));

        assertThat(scopes("nl", List.of(name), List.of()).name(ROOM)).isEqualTo("Kelder");
        assertThat(scopes("en", List.of(name), List.of()).name(ROOM)).isEqualTo("Basement");
        assertThat(scopes("en", List.of(), List.of()).name(ROOM)).isEqualTo("town-hall-sr");
    }

    @Test
    void callsClassesRoutesAndRungsAsTheLanguageDoes() {
        Scopes french = scopes("fr", List.of(), List.of(profile("monitor", "Monitor")));

        assertThat(french.name(new Scope(Scope.CATEGORY_KIND, "monitor"))).isEqualTo("Écran");
        assertThat(french.name(new Scope("route", "donation"))).isEqualTo("donné");
        assertThat(french.name(new Scope("rung", "R3"))).isEqualTo("R3 (réutiliser)");
    }

    @Test
    void leavesAClassWithAnOwnNameAsItIs() {
        Scopes french = scopes("fr", List.of(), List.of(profile("monitor", "Big screen")));

        assertThat(french.name(new Scope(Scope.CATEGORY_KIND, "monitor"))).isEqualTo("Big screen");
    }

    @Test
    void callsGoalsAndMeasuresByTheirTitles() {
        assertThat(
                        scopes("nl", List.of(), List.of())
                                .name(new Scope("measure", "eight-servers-less")))
                .startsWith("Acht servers uitgeschakeld");
    }

    private static Scopes scopes(
            String language, List<ScopeName> names, List<DeviceProfile> profiles) {
        Organisation town = Waterdam.facts().organisation();
        Organisation named =
                new Organisation(
                        town.name(),
                        town.zone(),
                        town.languages(),
                        town.minimumGroupSize(),
                        town.minimumCoverage(),
                        town.workingDays(),
                        town.departments(),
                        profiles,
                        town.factors(),
                        town.goals(),
                        town.measures(),
                        town.csv(),
                        names);
        return new Scopes(named, Words.of(Waterdam.TEXTS, Locale.forLanguageTag(language)));
    }

    private static DeviceProfile profile(String id, String name) {
        return new DeviceProfile(
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
