-- Energy of a room in one hour, of the month and the eleven before it. An hour of the room is known
-- only when each feed of that role is known for all of it: a silent feed is not a feed of 0.
-- edc_wh is all that enters (role room_total: electricity, gas, heat), it_wh what goes to the IT
-- equipment (role it), electricity_wh the electricity in edc_wh, and …_measured_wh the part of each
-- that is neither interpolated nor estimated.
-- grain: one row per month, room_id and hour
with room_meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.room_id,
        hourly_energy.started_at,
        hourly_energy.role,
        -- A feed that gave nothing at all may be one of electricity.
        hourly_energy.quantity is null or hourly_energy.quantity = 'electricity'
            as is_electricity,
        hourly_energy.covered_s,
        hourly_energy.energy_wh,
        cast(hourly_energy.energy_wh as double)
        * (hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s)
        / nullif(hourly_energy.covered_s, 0) as measured_wh
    from hourly_energy
    cross join period
    where hourly_energy.role in ('room_total', 'it')
        and hourly_energy.room_id is not null
        and hourly_energy.month <= period.month
        and hourly_energy.month >= month_of(add_months(period.first_on, -11))
),
feed_sums as (
    select
        month,
        room_id,
        started_at,
        min(case when role = 'room_total' then covered_s end) as edc_covered_s,
        sum(case when role = 'room_total' then energy_wh end) as edc_wh,
        sum(case when role = 'room_total' then measured_wh end) as edc_measured_wh,
        min(case when role = 'it' then covered_s end) as it_covered_s,
        sum(case when role = 'it' then energy_wh end) as it_wh,
        sum(case when role = 'it' then measured_wh end) as it_measured_wh,
        min(
            case when role = 'room_total' and is_electricity then covered_s end
        ) as electricity_covered_s,
        sum(case when role = 'room_total' and is_electricity then energy_wh end) as electricity_wh,
        sum(
            case when role = 'room_total' and is_electricity then measured_wh end
        ) as electricity_measured_wh
    from room_meter_hours
    group by
        month,
        room_id,
        started_at
)
select
    month,
    room_id,
    started_at,
    edc_covered_s is not null as has_edc_meter,
    it_covered_s is not null as has_it_meter,
    cast(case when edc_covered_s = 3600 then edc_wh end as decimal(18, 3)) as edc_wh,
    cast(
        case when edc_covered_s = 3600 then edc_measured_wh end as decimal(18, 3)
    ) as edc_measured_wh,
    cast(case when it_covered_s = 3600 then it_wh end as decimal(18, 3)) as it_wh,
    cast(
        case when it_covered_s = 3600 then it_measured_wh end as decimal(18, 3)
    ) as it_measured_wh,
    cast(
        case when electricity_covered_s = 3600 then electricity_wh end as decimal(18, 3)
    ) as electricity_wh,
    cast(
        case when electricity_covered_s = 3600 then electricity_measured_wh end as decimal(18, 3)
    ) as electricity_measured_wh
from feed_sums
