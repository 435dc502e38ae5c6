package eu.wattpeil.report.numbers;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds every number that a page shows against those that may stand in its place: in the block of a
 * KPI those of the KPI, beside a goal those of the goal. Texts of an element stand together; what
 * only a screen reader says counts, too.
 */
final class PageNumbers {

    private static final Set<String> INLINE =
            Set.of("span", "strong", "i", "a", "em", "b", "abbr", "small", "dfn");
    private static final Set<String> UNSEEN = Set.of("style", "script", "meta", "title");
    private static final Set<String> SAID = Set.of("aria-label", "title", "alt");

    private final EditionNumbers numbers;
    private final List<String> units;
    private final String form;
    private final Tally tally;

    PageNumbers(EditionNumbers numbers, String form, Tally tally) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
        units = numbers.units();
    }

    /** A place of a page and what may stand there. */
    private record Place(String name, Set<String> allowed) {}

    void check(Element page) {
        StringBuilder run = new StringBuilder();
        Place nowhere = new Place("page", numbers.counts());
        visit(page, nowhere, run);
        flush(run, nowhere);
    }

    /** Elements within a line go on with its text. */
    private void visit(Element element, Place around, StringBuilder run) {
        if (UNSEEN.contains(element.name())) {
            return;
        }
        Place place = place(element, around).orElse(around);
        boolean isInline =
                INLINE.contains(element.name())
                        && place == around
                        && (!element.name().equals("span") || element.attributes().isEmpty());
        if (!isInline) {
            flush(run, around);
        }
        SAID.stream().map(element::attribute).forEach(said -> check(said, place));
        for (Object child : element.children()) {
            if (child instanceof Element inner) {
                visit(inner, place, run);
            } else {
                run.append(child);
            }
        }
        if (!isInline) {
            flush(run, place);
        }
    }

    private void flush(StringBuilder run, Place place) {
        String text = run.toString().replaceAll("[ \\n\\t]+", " ");
        run.setLength(0);
        check(text, place);
    }

    private void check(String text, Place place) {
        String rest = numbers.fixed().takenFrom(text);
        for (Numeral numeral : Numeral.in(rest, units)) {
            tally.add(
                    form,
                    place.name(),
                    numeral.said(),
                    place.allowed().contains(numeral.said()),
                    text);
        }
    }

    private Optional<Place> place(Element element, Place around) {
        String id = element.attribute("id");
        if (element.isOf("kpi") && element.name().equals("details")) {
            String kpiId =
                    element.first(it -> it.isOf("detail"))
                            .map(it -> it.attribute("id").replaceFirst("kpi-", ""))
                            .orElseThrow();
            return Optional.of(kpi(kpiId));
        }
        if (id.startsWith("finding-")) {
            return Optional.of(new Place(id, numbers.finding(id.replaceFirst("finding-", ""))));
        }
        if (id.startsWith("measure-") || id.startsWith("fiche-")) {
            return Optional.of(measure(id.replaceFirst("measure-|fiche-", "")));
        }
        if (id.startsWith("detail-")) {
            return Optional.of(detail(id.replaceFirst("detail-", "")));
        }
        if (id.startsWith("topic-")) {
            return Optional.of(topic(id.replaceFirst("topic-", "")));
        }
        if (List.of("data", "method", "front", "served", "findings").contains(id)
                && element.name().equals("section")) {
            return Optional.of(section(id));
        }
        if (element.name().equals("footer")) {
            return Optional.of(
                    new Place(
                            "footer",
                            Set.of(Integer.toString(numbers.edition()), numbers.software())));
        }
        if (element.isOf("aim")) {
            return element.first(it -> it.name().equals("strong"))
                    .flatMap(it -> goal(it.text()))
                    .or(() -> Optional.of(around));
        }
        if (element.name().equals("text") && element.isOf("year")) {
            return Optional.of(new Place("year", years()));
        }
        if (element.isOf("headline")) {
            boolean isOfAll = !around.name().startsWith("measure ");
            return isOfAll ? Optional.of(lead()) : Optional.empty();
        }
        return element.name().equals("li") ? item(element) : titled(element);
    }

    private Place lead() {
        return kpi(numbers.town().shown().iterator().next());
    }

    /** A figure of a page that has no more of it is told by its title. */
    private Optional<Place> titled(Element element) {
        List<Element> heads =
                element.children().stream()
                        .filter(it -> it instanceof Element head && head.name().equals("h2"))
                        .map(Element.class::cast)
                        .toList();
        return element.name().equals("div") && heads.size() == 1
                ? numbers.kpiOf(heads.get(0).text()).map(this::kpi)
                : Optional.empty();
    }

    /** Items lead to what they are about, or begin with its name. */
    private Optional<Place> item(Element item) {
        Optional<Place> ofTitle =
                item.all(it -> List.of("li", "a", "p", "span").contains(it.name()))
                        .flatMap(it -> it.children().stream().limit(1))
                        .filter(String.class::isInstance)
                        .map(it -> ((String) it).strip())
                        .flatMap(it -> goal(it).or(() -> measured(it)).stream())
                        .findFirst();
        if (ofTitle.isPresent()) {
            return ofTitle;
        }
        String link =
                item.first(it -> it.name().equals("a")).map(it -> it.attribute("href")).orElse("");
        if (link.startsWith("#kpi-")) {
            return Optional.of(kpi(link.replaceFirst("#kpi-", "")));
        }
        return link.startsWith("#measure-")
                ? Optional.of(measure(link.replaceFirst("#measure-", "")))
                : Optional.empty();
    }

    private Optional<Place> goal(String title) {
        String bare = title.strip();
        return numbers.town().organisation().goals().stream()
                .map(numbers::title)
                .filter(it -> bare.equals(it) || bare.startsWith(it + " ("))
                .findFirst()
                .map(it -> new Place("goal " + it, numbers.goal(it)));
    }

    private Place kpi(String kpiId) {
        Set<String> allowed = new HashSet<>(numbers.withGoals(kpiId));
        allowed.addAll(numbers.partsLeft(kpiId));
        return new Place("KPI " + kpiId, allowed);
    }

    private Optional<Place> measured(String title) {
        return numbers.town().organisation().measures().stream()
                .filter(it -> numbers.title(it).equals(title))
                .findFirst()
                .map(it -> measure(it.measureId()));
    }

    private Place measure(String measureId) {
        Set<String> allowed = new HashSet<>(numbers.measure(measureId));
        numbers.town().organisation().measures().stream()
                .filter(it -> it.measureId().equals(measureId))
                .forEach(it -> allowed.addAll(numbers.withGoals(it.kpiId())));
        return new Place("measure " + measureId, allowed);
    }

    private Place detail(String detailId) {
        Set<String> allowed = new HashSet<>(numbers.detail(detailId));
        numbers.town().figureOf(detailId).ifPresent(kpiId -> allowed.addAll(numbers.kpi(kpiId)));
        return new Place("detail " + detailId, allowed);
    }

    /** Its first sentences, its leading charts and its stack. */
    private Place topic(String sectionId) {
        Set<String> allowed = new HashSet<>();
        List<String> kpis = numbers.town().sections().getOrDefault(sectionId, List.of());
        kpis.forEach(it -> allowed.addAll(numbers.withGoals(it)));
        allowed.addAll(numbers.stack(sectionId));
        for (int left = 1; left <= kpis.size(); left++) {
            allowed.add(Integer.toString(left));
        }
        return new Place("topic " + sectionId, allowed);
    }

    private Place section(String id) {
        Set<String> allowed = new HashSet<>(numbers.counts());
        switch (id) {
            case "front" -> {
                numbers.town().kpis().stream()
                        .filter(it -> it.unit().equals("EUR"))
                        .forEach(it -> allowed.addAll(numbers.kpi(it.kpiId())));
                allowed.addAll(numbers.kpi(numbers.town().shown().iterator().next()));
                allowed.addAll(numbers.findings());
                allowed.addAll(numbers.detail("gaps"));
            }
            case "findings" -> allowed.addAll(numbers.shifts());
            case "data" -> {
                numbers.town().shown().forEach(it -> allowed.addAll(numbers.coverages(it)));
                allowed.addAll(numbers.detail("gaps"));
                allowed.addAll(numbers.sources());
            }
            case "served" -> allowed.addAll(numbers.targets());
            case "method" -> {
                allowed.addAll(numbers.factors());
                allowed.add("95");
            }
            default -> {}
        }
        return new Place(id, allowed);
    }

    private Set<String> years() {
        int year = numbers.month().getYear();
        return Set.of(
                Integer.toString(year - 2), Integer.toString(year - 1), Integer.toString(year));
    }
}
