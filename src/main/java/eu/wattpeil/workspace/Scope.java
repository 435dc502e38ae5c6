package eu.wattpeil.workspace;

import java.util.Comparator;

/**
 * What a value, a goal or a measure is about: the organisation, or one of its parts.
 *
 * @param kind organisation, site, room, department, category …
 * @param id which one of the kind
 */
public record Scope(String kind, String id) {

    /** The kind that stands for everything. */
    public static final String ORGANISATION_KIND = "organisation";

    public static final String DEPARTMENT_KIND = "department";

    /** A class of devices. */
    public static final String CATEGORY_KIND = "category";

    /** The one scope of its kind. */
    public static final Scope ORGANISATION = new Scope(ORGANISATION_KIND, "all");

    /** By kind, then by id. */
    public static final Comparator<Scope> ORDER =
            Comparator.comparing(Scope::kind).thenComparing(Scope::id);

    public boolean isOf(String someKind) {
        return kind.equals(someKind);
    }

    public boolean isOrganisation() {
        return isOf(ORGANISATION_KIND);
    }

    public boolean isDepartment() {
        return isOf(DEPARTMENT_KIND);
    }

    /** As in definitions: {@code room:town-hall-sr}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
