package eu.wattpeil.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A contract as the register of contracts knows it from a day on.
 *
 * @param knownFrom first day on which the register says this of it
 * @param euros value of the whole term
 * @param clauses what it says, by name; what nobody looked up is not there
 * @param factoriesOn day of the supplier's last list of factories; empty where there is none
 * @param findingsDue findings on labour whose term ended; below 0 where nobody monitors
 */
record Contract(
        LocalDate knownFrom,
        String number,
        String supplier,
        String group,
        boolean isHardware,
        LocalDate startsOn,
        LocalDate endsOn,
        int euros,
        Map<String, Object> clauses,
        Optional<LocalDate> factoriesOn,
        int findingsDue,
        int findingsClosed) {

    /** A contract of which nobody looked up the clauses. */
    static Contract of(
            String number,
            String supplier,
            String group,
            boolean isHardware,
            String startsOn,
            String endsOn,
            int euros) {
        return new Contract(
                LocalDate.MIN,
                number,
                supplier,
                group,
                isHardware,
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                euros,
                Map.of(),
                Optional.empty(),
                -1,
                0);
    }

    Contract knownFrom(String day) {
        return with(LocalDate.parse(day), clauses, factoriesOn, findingsDue, findingsClosed);
    }

    /** With what was looked up; clauses that are not named are not in it. */
    Contract saying(String... said) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String clause : Clauses.ALL) {
            all.put(clause, false);
        }
        for (String clause : said) {
            all.put(clause, true);
        }
        return with(knownFrom, all, factoriesOn, findingsDue, findingsClosed);
    }

    Contract withFactories(String day) {
        Optional<LocalDate> listedOn = Optional.of(LocalDate.parse(day));
        return with(knownFrom, clauses, listedOn, findingsDue, findingsClosed);
    }

    Contract withFindings(int due, int closed) {
        return with(knownFrom, clauses, factoriesOn, due, closed);
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    boolean says(String clause) {
        return Boolean.TRUE.equals(clauses.get(clause));
    }

    String json() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nummer", quoted(number));
        fields.put("leverancier", quoted(supplier));
        fields.put("productgroep", quoted(group));
        fields.put("ict_hardware", String.valueOf(isHardware));
        fields.put("looptijd", "{\"van\":" + quoted(startsOn) + ",\"tot\":" + quoted(endsOn) + "}");
        fields.put("waarde_eur", String.valueOf(euros));
        fields.put("clausules", clausesJson());
        factoriesOn.ifPresent(
                day -> fields.put("fabrieken", "{\"lijst_van\":" + quoted(day) + ",\"trap\":1}"));
        if (findingsDue >= 0) {
            fields.put(
                    "bevindingen",
                    "{\"vervallen\":" + findingsDue + ",\"afgesloten\":" + findingsClosed + "}");
        }
        return object(fields);
    }

    private String clausesJson() {
        Map<String, String> fields = new LinkedHashMap<>();
        clauses.forEach((clause, isThere) -> fields.put(clause, String.valueOf(isThere)));
        if (says(Clauses.REPAIR)) {
            fields.put("wisselstukken_jaren", "5");
        }
        return object(fields);
    }

    private Contract with(
            LocalDate newKnownFrom,
            Map<String, Object> newClauses,
            Optional<LocalDate> newFactoriesOn,
            int newFindingsDue,
            int newFindingsClosed) {
        return new Contract(
                newKnownFrom,
                number,
                supplier,
                group,
                isHardware,
                startsOn,
                endsOn,
                euros,
                newClauses,
                newFactoriesOn,
                newFindingsDue,
                newFindingsClosed);
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(Object text) {
        return '"' + String.valueOf(text) + '"';
    }
}
