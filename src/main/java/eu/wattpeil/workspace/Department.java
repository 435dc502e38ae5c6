package eu.wattpeil.workspace;

/** A row of {@code config/departments.csv}. */
public record Department(String departmentId, String name, String siteId) {}
