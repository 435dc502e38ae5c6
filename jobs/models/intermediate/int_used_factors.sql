-- The factors that figures of devices were made with, for each purpose per category and altogether:
-- a class of which no device is modelled uses none.
-- grain: one row per purpose, scope_kind, scope_id and factor_id
with category_factors as (
    select
        month,
        'device_energy' as purpose,
        category as scope_id,
        factor_id
    from int_fleet_devices
    where factor_id is not null
)
select
    month,
    purpose,
    'category' as scope_kind,
    scope_id,
    factor_id
from category_factors
group by
    month,
    purpose,
    scope_id,
    factor_id
union all
select
    month,
    purpose,
    'organisation' as scope_kind,
    'all' as scope_id,
    factor_id
from category_factors
group by
    month,
    purpose,
    factor_id
