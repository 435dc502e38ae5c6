/**
 * From documents to KPIs, month by month. Each package uses only those before it: {@code engine}
 * runs SQL, {@code model} knows the models, {@code value} reckons, {@code edition} computes and
 * keeps a month, {@code query} looks at what is there, {@code explain} at what it came from. The
 * only packages that speak SQL.
 */
@org.jspecify.annotations.NullMarked
package eu.wattpeil.kpi;
