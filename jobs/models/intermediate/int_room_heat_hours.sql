-- The heat of a room in one hour of the computed month: reused_wh leaves it and replaces other
-- energy (role heat_reused), removed_wh is taken out of it (role heat_removed). An hour is known
-- when each meter of it is known for all of the hour; one below another one of the same role and
-- room is a part of that and not added. While no meter stands and a document of config/rooms.csv
-- says that the room has no heat recovery, nothing is reused; nobody's word is not a 0.
-- …_measured_wh is neither interpolated nor estimated.
-- grain: one row per room_id and hour in which a meter of its heat stands or a document says that
-- there is no heat recovery
with heat_meters as (
    select
        int_standing_meters.from_at,
        int_standing_meters.until_at,
        int_standing_meters.room_id,
        int_standing_meters.meter_id,
        int_standing_meters.role
    from int_standing_meters
    where int_standing_meters.role in ('heat_removed', 'heat_reused')
        and int_standing_meters.room_id is not null
        and not exists (
            select 1
            from int_meter_ancestors
            where int_meter_ancestors.from_at = int_standing_meters.from_at
                and int_meter_ancestors.meter_id = int_standing_meters.meter_id
                and int_meter_ancestors.ancestor_role = int_standing_meters.role
                and int_meter_ancestors.ancestor_room_id = int_standing_meters.room_id
        )
),
meter_hours as (
    select
        heat_meters.room_id,
        hourly_energy.started_at,
        heat_meters.role,
        hourly_energy.covered_s,
        hourly_energy.energy_wh,
        cast(hourly_energy.energy_wh as double)
        * (hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s)
        / nullif(hourly_energy.covered_s, 0) as measured_wh
    from hourly_energy
    inner join period using (month)
    inner join heat_meters
        on heat_meters.meter_id = hourly_energy.meter_id
        and heat_meters.from_at <= hourly_energy.started_at
        and (
            heat_meters.until_at is null or heat_meters.until_at > hourly_energy.started_at
        )
    where coalesce(hourly_energy.quantity, 'heat') = 'heat'
),
role_hours as (
    select
        room_id,
        started_at,
        role,
        case when min(covered_s) = 3600 then sum(energy_wh) end as energy_wh,
        case
            when min(covered_s) = 3600 then cast(sum(exact(measured_wh)) as double)
        end as measured_wh
    from meter_hours
    group by
        room_id,
        started_at,
        role
),
recorded_hours as (
    select
        room_facts.room_id,
        period_hours.started_at,
        'none_reused' as role,
        cast(0 as decimal(18, 3)) as energy_wh,
        cast(0 as double) as measured_wh
    from room_facts
    inner join period_hours
        on period_hours.started_at >= start_of_day(room_facts.valid_from)
        and (
            room_facts.valid_to is null
            or period_hours.started_at < start_of_day(add_days(room_facts.valid_to, 1))
        )
    where room_facts.fact = 'heat_recovery'
        and room_facts.value = 'no'
        and room_facts.document is not null
),
every_hour as (
    select
        room_id,
        started_at,
        role,
        energy_wh,
        measured_wh
    from role_hours
    union all
    select
        room_id,
        started_at,
        role,
        energy_wh,
        measured_wh
    from recorded_hours
),
room_hours as (
    select
        room_id,
        started_at,
        count(case when role = 'heat_reused' then 1 end) > 0 as has_reused_meter,
        count(case when role = 'none_reused' then 1 end) > 0 as has_no_recovery,
        count(case when role = 'heat_removed' then 1 end) > 0 as has_removed_meter,
        max(case when role = 'heat_reused' then energy_wh end) as reused_wh,
        max(case when role = 'heat_reused' then measured_wh end) as reused_measured_wh,
        max(case when role = 'heat_removed' then energy_wh end) as removed_wh,
        max(case when role = 'heat_removed' then measured_wh end) as removed_measured_wh
    from every_hour
    group by
        room_id,
        started_at
)
select
    period.month,
    room_hours.room_id,
    room_hours.started_at,
    cast(
        micros_between(period.started_at, period.ended_at) / 3600000000 as double
    ) as hour_count,
    room_hours.has_reused_meter or room_hours.has_no_recovery as is_reuse_told,
    room_hours.has_removed_meter,
    cast(
        case
            when room_hours.has_reused_meter then room_hours.reused_wh
            when room_hours.has_no_recovery then 0
        end as decimal(18, 3)
    ) as reused_wh,
    decimal_3(
        case
            when room_hours.has_reused_meter then room_hours.reused_measured_wh
            when room_hours.has_no_recovery then 0
        end
    ) as reused_measured_wh,
    cast(room_hours.removed_wh as decimal(18, 3)) as removed_wh,
    decimal_3(room_hours.removed_measured_wh) as removed_measured_wh
from room_hours
cross join period
