-- The factors that the modelled energy of devices was made with, per category and altogether: a
-- class of which no device is modelled uses none.
-- grain: one row per scope_kind, scope_id and factor_id
select
    month,
    'category' as scope_kind,
    category as scope_id,
    factor_id
from int_fleet_devices
where factor_id is not null
group by
    month,
    category,
    factor_id
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    factor_id
from int_fleet_devices
where factor_id is not null
group by
    month,
    factor_id
