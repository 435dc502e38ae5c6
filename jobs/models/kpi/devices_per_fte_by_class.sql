-- unit: devices/FTE
-- decimals: 3
-- better: lower
-- grain: category, organisation
-- numerator-unit: devices
-- denominator-unit: FTE
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: refuse
-- frames: ESRS E5-4, SDG 12.2, SDG 12.5
-- Devices of every class, also those with which no single person works.
with class_counts as (
    select
        month,
        coalesce(category, 'unknown') as category,
        sum(quantity) as device_count
    from int_inventory
    where status = 'in_use'
    group by
        month,
        coalesce(category, 'unknown')
),
scopes as (
    select
        month,
        'category' as scope_kind,
        category as scope_id,
        device_count
    from class_counts
    union all
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        sum(device_count) as device_count
    from class_counts
    group by month
)
select
    scopes.month,
    scopes.scope_kind,
    scopes.scope_id,
    cast(scopes.device_count as decimal(18, 6)) as numerator,
    int_headcount.fte as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from scopes
left join int_headcount
    on int_headcount.scope_kind = 'organisation'
