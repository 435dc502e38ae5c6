package eu.wattpeil.goal;

import eu.wattpeil.workspace.Target;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a change each year on the year before: after whole years it stands at the product of
 * their changes, and goes straight on between. Before it begins it stands at the baseline, after it
 * ends at the target.
 *
 * @param years the straight line of each year, one after the other; the last may be shorter
 */
record ChainedPath(List<LinearPath> years) implements PathLine {

    private static final int YEAR = 12;

    ChainedPath {
        years = List.copyOf(years);
    }

    /** The way from a baseline. */
    static ChainedPath of(YearMonth from, double start, YearMonth to, Target.Yearly yearly) {
        List<LinearPath> years = new ArrayList<>();
        YearMonth begun = from;
        double reached = start;
        while (begun.isBefore(to)) {
            YearMonth ended = begun.plusMonths(YEAR);
            double asked = LinearPath.changed(reached, yearly.in(ended.getYear()));
            LinearPath year = new LinearPath(begun, reached, ended, asked);
            years.add(ended.isAfter(to) ? new LinearPath(begun, reached, to, year.at(to)) : year);
            begun = ended;
            reached = asked;
        }
        return new ChainedPath(years);
    }

    @Override
    public double at(YearMonth month) {
        for (LinearPath year : years) {
            if (!month.isAfter(year.to())) {
                return year.at(month);
            }
        }
        return end();
    }

    @Override
    public YearMonth from() {
        return years.get(0).from();
    }

    @Override
    public double start() {
        return years.get(0).start();
    }

    @Override
    public YearMonth to() {
        return years.get(years.size() - 1).to();
    }

    @Override
    public double end() {
        return years.get(years.size() - 1).end();
    }
}
