-- What passes through each meter in each hour of the computed month and where it stays: passed_wh
-- what the meter tells, added_wh what panels and generators below it add, less what is fed into the
-- grid, children_wh what the meters below it tell, and rest_wh what of all that no meter below it
-- explains. What passes through the top of a tree and is added in it is the sum of the rests, those
-- of panels, generators and exports left out. Nothing is known in an hour in which the meter or one
-- below it is not known for all of it. Meters below another one count where both measure the same;
-- a generator counts below its fuel too.
-- grain: one row per meter_id, quantity and hour
with meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.started_at,
        hourly_energy.meter_id,
        int_standing_meters.parent_meter_id,
        int_standing_meters.stream,
        hourly_energy.quantity,
        case when hourly_energy.covered_s = 3600 then hourly_energy.energy_wh end as energy_wh
    from hourly_energy
    inner join period using (month)
    inner join int_standing_meters
        on int_standing_meters.meter_id = hourly_energy.meter_id
        and int_standing_meters.from_at <= hourly_energy.started_at
        and (
            int_standing_meters.until_at is null
            or int_standing_meters.until_at > hourly_energy.started_at
        )
),
family_hours as (
    -- A meter that gave nothing at all may measure what the one above it does.
    select
        meter_hours.started_at,
        meter_hours.meter_id,
        meter_hours.quantity,
        child_hours.energy_wh,
        case
            when child_hours.stream = 'export' then -1
            when child_hours.stream = 'pv' and coalesce(meter_hours.stream, '') <> 'pv' then 1
            when child_hours.stream = 'fuel' and coalesce(meter_hours.stream, '') <> 'fuel' then 1
            else 0
        end as added_sign
    from meter_hours
    inner join meter_hours as child_hours
        on child_hours.parent_meter_id = meter_hours.meter_id
        and child_hours.started_at = meter_hours.started_at
    where meter_hours.quantity is null
        or child_hours.quantity is null
        or child_hours.quantity = meter_hours.quantity
        or (meter_hours.stream = 'fuel' and child_hours.stream = 'fuel')
),
family_sums as (
    select
        started_at,
        meter_id,
        quantity,
        count(*) = count(energy_wh) as is_known,
        sum(added_sign * energy_wh) as added_wh,
        sum(case when added_sign = 0 then energy_wh else 0 end) as children_wh
    from family_hours
    group by
        started_at,
        meter_id,
        quantity
),
tree_hours as (
    select
        meter_hours.month,
        meter_hours.started_at,
        meter_hours.meter_id,
        meter_hours.parent_meter_id,
        meter_hours.quantity,
        meter_hours.energy_wh as passed_wh,
        case
            when family_sums.meter_id is null then 0
            when family_sums.is_known then family_sums.added_wh
        end as added_wh,
        case
            when family_sums.meter_id is null then 0
            when family_sums.is_known then family_sums.children_wh
        end as children_wh
    from meter_hours
    left join family_sums
        on family_sums.meter_id = meter_hours.meter_id
        and family_sums.started_at = meter_hours.started_at
        and coalesce(family_sums.quantity, '') = coalesce(meter_hours.quantity, '')
)
select
    month,
    started_at,
    meter_id,
    parent_meter_id,
    quantity,
    passed_wh,
    cast(added_wh as decimal(18, 3)) as added_wh,
    cast(children_wh as decimal(18, 3)) as children_wh,
    cast(passed_wh + added_wh - children_wh as decimal(18, 3)) as rest_wh
from tree_hours
