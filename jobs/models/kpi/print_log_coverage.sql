-- unit: share
-- decimals: 3
-- better: higher
-- grain: printer, organisation
-- numerator-unit: impressions
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: less-printing, insight
-- frames: GHG scope 3 category 1
with weighed_printers as (
    -- A printer of which nothing is known weighs as the mean of the others.
    select
        month,
        logged_impressions,
        counted_impressions,
        measured_impressions,
        coalesce(
            cast(volume_impressions as double),
            cast(sum(volume_impressions) over () as double) / count(volume_impressions) over ()
        ) as weight,
        coverage
    from int_printer_months
),
scope_sums as (
    select
        month,
        'printer' as scope_kind,
        printer_id as scope_id,
        logged_impressions,
        counted_impressions,
        measured_impressions,
        coverage
    from int_printer_months
    where has_counter
    union all
    -- A printer that only the log knows is a part of the organisation that cannot be compared.
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        sum(logged_impressions) as logged_impressions,
        sum(counted_impressions) as counted_impressions,
        sum(measured_impressions) as measured_impressions,
        coalesce(
            cast(sum(exact(coverage * weight)) as double)
            / nullif(cast(sum(exact(weight)) as double), 0),
            cast(sum(exact(coverage)) as double) / count(coverage)
        ) as coverage
    from weighed_printers
    group by month
)
select
    month,
    scope_kind,
    scope_id,
    cast(logged_impressions as decimal(18, 6)) as numerator,
    cast(counted_impressions as decimal(18, 6)) as denominator,
    coverage,
    case
        when counted_impressions > 0
            then cast(measured_impressions as double) / cast(counted_impressions as double)
        else cast(1 as double)
    end as measured_share
from scope_sums
