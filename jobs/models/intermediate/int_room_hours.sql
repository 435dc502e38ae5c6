-- Energy of a room in one hour, of the month and the eleven before it. An hour of the room is known
-- only when each meter that counts is known for all of it: a silent feed is not a feed of 0.
-- edc_wh is all that enters (int_edc_meters: electricity, gas, heat, fuel, cold), it_wh what goes
-- to the IT equipment (int_it_meters), electricity_wh the electricity of the feeds in edc_wh, and
-- …_measured_wh the part of each that is neither interpolated nor estimated. A room with panels or
-- fuel and without a feed has no EDC.
-- grain: one row per month, room_id and hour
with room_meter_hours as (
    select
        int_boundary_hours.month,
        int_boundary_hours.place_id as room_id,
        int_boundary_hours.started_at,
        int_boundary_hours.boundary,
        int_boundary_hours.stream = 'feed' and int_boundary_hours.sign = 1 as is_feed,
        int_boundary_hours.stream = 'feed' and int_boundary_hours.is_electricity
            as is_electricity,
        int_boundary_hours.covered_s,
        int_boundary_hours.sign * int_boundary_hours.energy_wh as energy_wh,
        int_boundary_hours.energy_wh as metered_wh,
        int_boundary_hours.measured_wh
    from int_boundary_hours
    cross join period
    where int_boundary_hours.boundary in ('edc', 'it')
        and int_boundary_hours.month <= period.month
        and int_boundary_hours.month >= month_of(add_months(period.first_on, -11))
),
boundary_rows as (
    select
        month,
        room_id,
        started_at,
        boundary,
        is_feed,
        covered_s,
        energy_wh,
        metered_wh,
        measured_wh
    from room_meter_hours
    union all
    select
        month,
        room_id,
        started_at,
        'electricity' as boundary,
        is_feed,
        covered_s,
        energy_wh,
        metered_wh,
        measured_wh
    from room_meter_hours
    where boundary = 'edc'
        and is_electricity
),
boundary_sums as (
    -- What leaves is as uncertain as what enters, so shares are taken of all that is metered.
    select
        month,
        room_id,
        started_at,
        boundary,
        case when min(covered_s) = 3600 then sum(energy_wh) end as energy_wh,
        case
            when min(covered_s) = 3600 and sum(metered_wh) = sum(energy_wh)
                then cast(sum(exact(measured_wh)) as double)
            when min(covered_s) = 3600
                then cast(sum(energy_wh) as double)
                    * cast(sum(exact(measured_wh)) as double)
                    / nullif(cast(sum(metered_wh) as double), 0)
        end as measured_wh
    from boundary_rows
    group by
        month,
        room_id,
        started_at,
        boundary
    having count(case when is_feed then 1 end) > 0
)
select
    month,
    room_id,
    started_at,
    count(case when boundary = 'edc' then 1 end) > 0 as has_edc_meter,
    count(case when boundary = 'it' then 1 end) > 0 as has_it_meter,
    cast(
        max(case when boundary = 'edc' then energy_wh end) as decimal(18, 3)
    ) as edc_wh,
    decimal_3(max(case when boundary = 'edc' then measured_wh end)) as edc_measured_wh,
    cast(max(case when boundary = 'it' then energy_wh end) as decimal(18, 3)) as it_wh,
    decimal_3(max(case when boundary = 'it' then measured_wh end)) as it_measured_wh,
    cast(
        max(case when boundary = 'electricity' then energy_wh end) as decimal(18, 3)
    ) as electricity_wh,
    decimal_3(
        max(case when boundary = 'electricity' then measured_wh end)
    ) as electricity_measured_wh
from boundary_sums
group by
    month,
    room_id,
    started_at
