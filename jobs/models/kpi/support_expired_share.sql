-- unit: share
-- decimals: 3
-- better: lower
-- grain: category
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: repair-first
-- frames: ESRS E5-4, SDG 12.5
-- A category of which no device has an end of support on record, such as monitors, has no share.
with categories as (
    select
        int_inventory.month,
        coalesce(int_inventory.category, 'unknown') as category,
        sum(int_inventory.quantity) as device_count,
        sum(case when int_inventory.support_until is null then 0 else int_inventory.quantity end)
            as known_count,
        sum(
            case
                when int_inventory.support_until < period.last_on then int_inventory.quantity
                else 0
            end
        ) as expired_count
    from int_inventory
    cross join period
    where int_inventory.status = 'in_use'
    group by
        int_inventory.month,
        coalesce(int_inventory.category, 'unknown')
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(expired_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    known_count / cast(device_count as double) as coverage,
    cast(1 as double) as measured_share
from categories
where known_count > 0
