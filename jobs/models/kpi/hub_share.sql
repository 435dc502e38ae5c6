-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: impressions
-- denominator-unit: impressions
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: printer-hubs
-- frames: GHG scope 3 category 1
with logged_sums as (
    select
        month,
        count(*) as printer_count,
        sum(impressions) as impressions,
        sum(case when is_hub then impressions when not is_hub then 0 end) as hub_impressions,
        sum(case when is_hub is not null then impressions end) as known_impressions,
        -- What a printer on a desk prints, where one has a log; else what any of them prints.
        coalesce(avg(case when not is_hub then impressions end), avg(impressions))
        as desk_impressions
    from int_logged_printers
    group by month
)
select
    -- Printers of the inventory that no log names are desk printers: without them, all is printed
    -- on hubs.
    logged_sums.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(logged_sums.hub_impressions as decimal(18, 6)) as numerator,
    cast(logged_sums.known_impressions as decimal(18, 6)) as denominator,
    int_print_log_coverage.coverage
    * coalesce(cast(logged_sums.known_impressions as double), 0)
    / nullif(
        logged_sums.impressions
        + logged_sums.desk_impressions * greatest(
            coalesce(int_printer_fleet.printer_count, 0) - logged_sums.printer_count, 0
        ),
        0
    ) as coverage,
    cast(1 as double) as measured_share
from logged_sums
inner join int_print_log_coverage using (month)
left join int_printer_fleet using (month)
