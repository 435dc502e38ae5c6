-- Modelled energy of the devices in use outside metered rooms, per category and altogether. Devices
-- without a figure lower the coverage; they are not completed from the others, since a network
-- switch is not like a laptop.
-- grain: one row per scope_kind, scope_id
with category_sums as (
    select
        month,
        category,
        count(*) as device_count,
        count(year_kwh) as known_count,
        sum(year_kwh) as year_kwh
    from int_fleet_devices
    group by
        month,
        category
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(cast(year_kwh as double) / 12 as decimal(18, 6)) as month_kwh,
    known_count / nullif(device_count, 0) as coverage
from category_sums
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(cast(sum(year_kwh) as double) / 12 as decimal(18, 6)) as month_kwh,
    sum(known_count) / nullif(sum(device_count), 0) as coverage
from category_sums
group by month
