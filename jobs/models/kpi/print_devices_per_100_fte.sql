-- unit: devices/100 FTE
-- decimals: 1
-- better: lower
-- grain: organisation
-- numerator-unit: devices
-- denominator-unit: 100 FTE
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: printer-hubs
-- frames: SDG 7.3, SDG 12.2
with logged_counts as (
    select
        month,
        count(*) as printer_count
    from int_logged_printers
    group by month
)
select
    -- Printers that a log names and the inventory lacks are known to stand somewhere.
    int_printer_fleet.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(int_printer_fleet.printer_count as decimal(18, 6)) as numerator,
    decimal_6(cast(int_headcount.fte as double) / 100) as denominator,
    coalesce(
        cast(int_printer_fleet.printer_count as double)
        / nullif(
            greatest(
                int_printer_fleet.printer_count + int_printer_fleet.unknown_count,
                coalesce(logged_counts.printer_count, 0)
            ),
            0
        ),
        1
    ) as coverage,
    cast(1 as double) as measured_share
from int_printer_fleet
left join logged_counts using (month)
left join int_headcount
    on int_headcount.scope_kind = 'organisation'
