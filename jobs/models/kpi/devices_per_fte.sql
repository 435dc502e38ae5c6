-- unit: devices/FTE
-- decimals: 2
-- better: lower
-- grain: department, organisation
-- numerator-unit: devices
-- denominator-unit: FTE
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: refuse
-- frames: ESRS E5-4, SDG 12.2, SDG 12.5
with personal_devices as (
    -- Devices without a department count in the organisation, and lower the coverage of
    -- departments.
    select
        month,
        department_id,
        quantity
    from int_inventory
    where status = 'in_use'
        and is_personal
),
organisation_counts as (
    select
        month,
        sum(quantity) as device_count,
        sum(case when department_id is null then 0 else quantity end)
        / nullif(sum(quantity), 0) as placed_share
    from personal_devices
    group by month
),
department_counts as (
    select
        month,
        department_id,
        sum(quantity) as device_count
    from personal_devices
    where department_id is not null
    group by
        month,
        department_id
),
scopes as (
    select
        department_counts.month,
        'department' as scope_kind,
        department_counts.department_id as scope_id,
        department_counts.device_count,
        organisation_counts.placed_share as coverage
    from department_counts
    inner join organisation_counts using (month)
    union all
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        device_count,
        cast(1 as double) as coverage
    from organisation_counts
)
select
    scopes.month,
    scopes.scope_kind,
    scopes.scope_id,
    cast(scopes.device_count as decimal(18, 6)) as numerator,
    int_headcount.fte as denominator,
    cast(scopes.coverage as double) as coverage,
    cast(1 as double) as measured_share
from scopes
left join int_headcount using (scope_kind, scope_id)
