package eu.wattpeil.sample;

/** The departments as the asset register and the print server name them. */
enum TownHallDepartment {
    CIVIL_AFFAIRS("Burgerzaken", "AFD-BUR", 62, 1.25, 0.14),
    FINANCE("Financiën", "AFD-FIN", 38, 1.15, 0.42),
    ICT("ICT", "AFD-ICT", 24, 0.45, 0.46),
    PERSONNEL("Personeel", "AFD-PER", 28, 1.05, 0.38),
    SPACE("Ruimte", "AFD-RUI", 96, 0.95, 0.3),
    WELFARE("Welzijn", "AFD-WEL", 92, 1.05, 0.24),
    LIBRARY("Bibliotheek", "AFD-BIB", 34, 0.7, 0.08),
    ARCHIVES("Archief", "AFD-ARC", 6, 0.8, 0.2);

    private final String register;
    private final String billingCode;
    private final int people;
    private final double printsPerPerson;
    private final double homeShare;

    TownHallDepartment(
            String register,
            String billingCode,
            int people,
            double printsPerPerson,
            double homeShare) {
        this.register = register;
        this.billingCode = billingCode;
        this.people = people;
        this.printsPerPerson = printsPerPerson;
        this.homeShare = homeShare;
    }

    /** Name in the asset register. */
    String register() {
        return register;
    }

    /** Value of job-billing in the print server's log. */
    String billingCode() {
        return billingCode;
    }

    int people() {
        return people;
    }

    /** Share of the days worked that are worked at home, before the policy of May 2026. */
    double homeShare() {
        return homeShare;
    }

    /** A department, each as likely as the number of its people says. */
    static TownHallDepartment ofSomebody(SampleRandom random) {
        double[] people = new double[values().length];
        for (TownHallDepartment each : values()) {
            people[each.ordinal()] = each.people;
        }
        return values()[random.pickWeighted(people)];
    }

    /** A department, each as likely as its share of the print jobs says. */
    static TownHallDepartment ofPrintJob(SampleRandom random) {
        double[] jobs = new double[values().length];
        for (TownHallDepartment each : values()) {
            jobs[each.ordinal()] = each.people * each.printsPerPerson;
        }
        return values()[random.pickWeighted(jobs)];
    }
}
