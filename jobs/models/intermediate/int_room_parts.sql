-- What of a room's electricity in the month its sub-meters and devices explain. room_wh is the
-- electricity that enters the room (int_edc_meters); its parts are the UPS or the IT equipment, the
-- cooling and others that are metered (int_part_meters). Where nothing of the part it is metered,
-- the devices in use that the inventory places in the room stand for it, with the maker's energy or
-- that of their class: that is modelled.
-- Only hours count in which the room and each of its parts are known altogether; of a meter that is
-- silent nothing is explained nor unexplained. measured_wh is the part of room_wh and explained_wh
-- together that is neither interpolated nor estimated nor modelled. device_coverage is the share of
-- the room's devices whose energy is known; null where meters tell it. A room with nothing to set
-- against its meter has no row.
-- grain: one row per room_id
with part_hours as (
    select
        int_boundary_hours.place_id as room_id,
        int_boundary_hours.started_at,
        'room' as part,
        int_boundary_hours.sign,
        int_boundary_hours.covered_s,
        int_boundary_hours.energy_wh,
        int_boundary_hours.measured_wh
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.is_electricity
        and int_boundary_hours.stream <> 'cold'
    union all
    select
        int_part_meters.room_id,
        hourly_energy.started_at,
        int_part_meters.part,
        cast(1 as bigint) as sign,
        hourly_energy.covered_s,
        hourly_energy.energy_wh,
        cast(hourly_energy.energy_wh as double)
        * (hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s)
        / nullif(hourly_energy.covered_s, 0) as measured_wh
    from hourly_energy
    inner join period using (month)
    inner join int_part_meters
        on int_part_meters.meter_id = hourly_energy.meter_id
        and int_part_meters.from_at <= hourly_energy.started_at
        and (
            int_part_meters.until_at is null
            or int_part_meters.until_at > hourly_energy.started_at
        )
    where coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
),
room_hours as (
    select
        room_id,
        started_at,
        min(covered_s) as covered_s,
        sum(case when part = 'room' then sign * energy_wh end) as room_wh,
        count(case when part = 'it' then 1 end) > 0 as has_it_meter,
        count(case when part = 'cooling' then 1 end) > 0 as has_cooling_meter,
        count(case when part = 'other' then 1 end) > 0 as has_other_meter,
        sum(case when part = 'it' then energy_wh end) as it_wh,
        sum(case when part in ('cooling', 'other') then energy_wh end) as besides_wh,
        cast(
            sum(
                exact(case when part = 'room' then sign * measured_wh else measured_wh end)
            ) as double
        ) as measured_wh
    from part_hours
    group by
        room_id,
        started_at
    having count(case when part = 'room' then 1 end) > 0
),
room_parts as (
    select
        room_id,
        count(*) as hour_count,
        count(case when has_it_meter then 1 end) > 0 as has_it_meter,
        count(case when has_cooling_meter then 1 end) > 0 as has_cooling_meter,
        count(case when has_other_meter then 1 end) > 0 as has_other_meter
    from room_hours
    group by room_id
),
known_hours as (
    -- An hour before a part got its meter does not say what the part used.
    select
        room_hours.room_id,
        room_hours.room_wh,
        room_hours.it_wh,
        room_hours.besides_wh,
        room_hours.measured_wh
    from room_hours
    inner join room_parts
        on room_parts.room_id = room_hours.room_id
        and room_parts.has_it_meter = room_hours.has_it_meter
        and room_parts.has_cooling_meter = room_hours.has_cooling_meter
        and room_parts.has_other_meter = room_hours.has_other_meter
    where room_hours.covered_s = 3600
),
known_sums as (
    select
        room_id,
        count(*) as known_hour_count,
        sum(room_wh) as room_wh,
        sum(it_wh) as it_wh,
        sum(besides_wh) as besides_wh,
        cast(sum(exact(measured_wh)) as double) as measured_wh
    from known_hours
    group by room_id
),
room_sums as (
    select
        room_parts.room_id,
        room_parts.hour_count,
        room_parts.has_it_meter,
        room_parts.has_cooling_meter or room_parts.has_other_meter as has_besides_meter,
        case
            when known_sums.room_id is null then 0
            else known_sums.known_hour_count
        end as known_hour_count,
        known_sums.room_wh,
        known_sums.it_wh,
        known_sums.besides_wh,
        known_sums.measured_wh
    from room_parts
    left join known_sums using (room_id)
),
explained_rooms as (
    select
        room_sums.room_id,
        room_sums.hour_count,
        room_sums.known_hour_count,
        room_sums.room_wh,
        room_sums.measured_wh,
        case
            when room_sums.has_besides_meter then cast(room_sums.besides_wh as double) else 0
        end as besides_wh,
        case when room_sums.has_it_meter then cast(room_sums.it_wh as double) end as it_wh,
        case
            when not room_sums.has_it_meter
                then cast(int_room_devices.year_kwh as double) * 1000 * room_sums.known_hour_count
                    / (24 * dayofyear(cast(substr(period.month, 1, 4) || '-12-31' as date)))
        end as devices_wh,
        case when not room_sums.has_it_meter then int_room_devices.coverage end as device_coverage,
        room_sums.has_it_meter or room_sums.has_besides_meter
            or int_room_devices.room_id is not null as has_parts
    from room_sums
    cross join period
    left join int_room_devices using (room_id)
)
select
    period.month,
    explained_rooms.room_id,
    explained_rooms.hour_count,
    explained_rooms.known_hour_count,
    cast(explained_rooms.room_wh as decimal(18, 3)) as room_wh,
    decimal_3(
        case
            when explained_rooms.room_wh is not null
                then explained_rooms.besides_wh
                    + coalesce(explained_rooms.it_wh, explained_rooms.devices_wh, 0)
        end
    ) as explained_wh,
    decimal_3(explained_rooms.measured_wh) as measured_wh,
    explained_rooms.device_coverage
from explained_rooms
cross join period
where explained_rooms.has_parts
