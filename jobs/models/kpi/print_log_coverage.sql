-- unit: share
-- decimals: 3
-- better: higher
-- grain: printer, organisation
-- numerator-unit: impressions
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- frames: GHG Protocol scope 3 category 1
with scope_sums as (
    select
        month,
        'printer' as scope_kind,
        printer_id as scope_id,
        logged_impressions,
        counted_impressions,
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
        avg(coverage) as coverage
    from int_printer_months
    group by month
)
select
    month,
    scope_kind,
    scope_id,
    cast(logged_impressions as decimal(18, 6)) as numerator,
    cast(counted_impressions as decimal(18, 6)) as denominator,
    coverage,
    cast(1 as double) as measured_share
from scope_sums
