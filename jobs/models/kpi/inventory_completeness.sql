-- unit: share
-- decimals: 3
-- better: higher
-- grain: category
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: insight
-- frames: ESRS E5-4
with registered_devices as (
    -- A device whose status is not on record is not known to be disposed of, so it counts. A
    -- serial number is that of one device, so those of a group are not on record.
    select
        month,
        coalesce(category, 'unknown') as category,
        category is not null
            and coalesce(has_serial, false)
            and quantity = 1
            and purchased_on is not null
            and status is not null as is_complete,
        quantity
    from int_inventory
    where status is null
        or status <> 'disposed'
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(sum(case when is_complete then quantity else 0 end) as decimal(18, 6)) as numerator,
    cast(sum(quantity) as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from registered_devices
group by
    month,
    category
