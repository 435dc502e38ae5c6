-- Typical energy consumption of the devices in use of each kind: per version of the programme, and
-- per category and altogether where all that is known is of one version. Versions test otherwise,
-- and a mean over two would move when devices are tested anew: it is unknown.
-- grain: one row per kind, scope_kind and scope_id
with scoped_devices as (
    select
        month,
        kind,
        'programme' as scope_kind,
        programme as scope_id,
        programme,
        quantity,
        year_kwh
    from int_device_tec
    where programme is not null
    union all
    select
        month,
        kind,
        'category' as scope_kind,
        category as scope_id,
        programme,
        quantity,
        year_kwh
    from int_device_tec
    union all
    select
        month,
        kind,
        'organisation' as scope_kind,
        'all' as scope_id,
        programme,
        quantity,
        year_kwh
    from int_device_tec
),
scope_sums as (
    select
        month,
        kind,
        scope_kind,
        scope_id,
        sum(year_kwh * quantity) as year_kwh,
        sum(case when year_kwh is not null then quantity else 0 end) as known_count,
        sum(quantity) as device_count,
        min(case when year_kwh is not null then programme end)
        = max(case when year_kwh is not null then programme end) as is_of_one_version
    from scoped_devices
    group by
        month,
        kind,
        scope_kind,
        scope_id
)
select
    month,
    kind,
    scope_kind,
    scope_id,
    cast(case when is_of_one_version then year_kwh end as decimal(18, 6)) as year_kwh,
    cast(nullif(known_count, 0) as decimal(18, 6)) as known_count,
    known_count / cast(device_count as double) as coverage
from scope_sums
