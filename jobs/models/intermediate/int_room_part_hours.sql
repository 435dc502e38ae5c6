-- The energy of a room in one hour of the computed month, and where it goes: IT equipment, cooling,
-- loss of the UPS, and the rest. A part is known in an hour when each of its meters is known for
-- all of it; bought cold is cooling, by the factor with which it counts in EDC. The loss is what
-- goes into the UPS less what comes out (ups_out), or less what the IT equipment gets where no
-- meter tells what comes out. rest_wh is what is left of edc_wh when every part that has a meter in
-- the month is taken off, so that it_wh + cooling_wh + ups_loss_wh + rest_wh = edc_wh; it is null
-- in an hour in which one of them is unknown, also because its meter did not stand yet.
-- …_measured_wh is neither interpolated nor estimated; rest_meters_wh is what the meters behind
-- rest_wh tell together.
-- grain: one row per room_id and hour in which a meter of the room stands
with meter_hours as (
    select
        hourly_energy.room_id,
        hourly_energy.started_at,
        hourly_energy.role,
        hourly_energy.covered_s,
        hourly_energy.energy_wh,
        cast(hourly_energy.energy_wh as double)
        * (hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s)
        / nullif(hourly_energy.covered_s, 0) as measured_wh
    from hourly_energy
    inner join period using (month)
    where hourly_energy.role in ('cooling', 'ups_in', 'ups_out')
        and hourly_energy.room_id is not null
        and coalesce(hourly_energy.quantity, 'electricity') = 'electricity'
    union all
    select
        int_boundary_hours.place_id as room_id,
        int_boundary_hours.started_at,
        'cooling' as role,
        int_boundary_hours.covered_s,
        int_boundary_hours.energy_wh,
        int_boundary_hours.measured_wh
    from int_boundary_hours
    inner join period using (month)
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.stream = 'cold'
),
role_hours as (
    select
        room_id,
        started_at,
        role,
        min(covered_s) as covered_s,
        sum(energy_wh) as energy_wh,
        cast(sum(exact(measured_wh)) as double) as measured_wh
    from meter_hours
    group by
        room_id,
        started_at,
        role
),
part_hours as (
    select
        room_id,
        started_at,
        count(case when role = 'cooling' then 1 end) > 0 as has_cooling_meter,
        count(case when role = 'ups_in' then 1 end) > 0 as has_ups_in_meter,
        count(case when role = 'ups_out' then 1 end) > 0 as has_ups_out_meter,
        max(case when role = 'cooling' and covered_s = 3600 then energy_wh end) as cooling_wh,
        max(case when role = 'ups_in' and covered_s = 3600 then energy_wh end) as ups_in_wh,
        max(case when role = 'ups_out' and covered_s = 3600 then energy_wh end) as ups_out_wh,
        max(case when role = 'cooling' then measured_wh end) as cooling_measured_wh,
        max(case when role = 'ups_in' then measured_wh end) as ups_in_measured_wh,
        max(case when role = 'ups_out' then measured_wh end) as ups_out_measured_wh
    from role_hours
    group by
        room_id,
        started_at
),
month_hours as (
    select
        int_room_hours.room_id,
        int_room_hours.started_at
    from int_room_hours
    inner join period using (month)
    union
    select
        room_id,
        started_at
    from part_hours
),
room_hours as (
    select
        period.month,
        month_hours.room_id,
        month_hours.started_at,
        micros_between(period.started_at, period.ended_at) / 3600000000 as hour_count,
        coalesce(int_room_hours.has_edc_meter, false) as has_edc_meter,
        coalesce(int_room_hours.has_it_meter, false) as has_it_meter,
        coalesce(part_hours.has_cooling_meter, false) as has_cooling_meter,
        coalesce(part_hours.has_ups_in_meter, false) as has_ups_in_meter,
        coalesce(part_hours.has_ups_out_meter, false) as has_ups_out_meter,
        int_room_hours.edc_wh,
        int_room_hours.it_wh,
        part_hours.cooling_wh,
        part_hours.ups_in_wh,
        part_hours.ups_out_wh,
        int_room_hours.edc_measured_wh,
        int_room_hours.it_measured_wh,
        part_hours.cooling_measured_wh,
        part_hours.ups_in_measured_wh,
        part_hours.ups_out_measured_wh
    from month_hours
    cross join period
    left join int_room_hours
        on int_room_hours.month = period.month
        and int_room_hours.room_id = month_hours.room_id
        and int_room_hours.started_at = month_hours.started_at
    left join part_hours
        on part_hours.room_id = month_hours.room_id
        and part_hours.started_at = month_hours.started_at
),
room_meters as (
    select
        room_id,
        count(case when has_edc_meter then 1 end) > 0 as has_edc_meter,
        count(case when has_it_meter then 1 end) > 0 as has_it_meter,
        count(case when has_cooling_meter then 1 end) > 0 as has_cooling_meter,
        count(case when has_ups_in_meter then 1 end) > 0 as has_ups_in_meter,
        count(case when has_ups_out_meter then 1 end) > 0 as has_ups_out_meter
    from room_hours
    group by room_id
),
known_hours as (
    select
        room_hours.month,
        room_hours.room_id,
        room_hours.started_at,
        room_hours.hour_count,
        room_meters.has_edc_meter,
        room_meters.has_it_meter,
        room_meters.has_cooling_meter,
        room_meters.has_ups_in_meter
            and (room_meters.has_ups_out_meter or room_meters.has_it_meter) as has_ups_loss,
        room_hours.edc_wh,
        room_hours.it_wh,
        room_hours.cooling_wh,
        room_hours.ups_in_wh,
        case
            when room_meters.has_ups_out_meter then room_hours.ups_out_wh
            else room_hours.it_wh
        end as ups_out_wh,
        room_hours.edc_measured_wh,
        room_hours.it_measured_wh,
        room_hours.cooling_measured_wh,
        room_hours.ups_in_measured_wh,
        case
            when room_meters.has_ups_out_meter then room_hours.ups_out_measured_wh
            else room_hours.it_measured_wh
        end as ups_out_measured_wh
    from room_hours
    inner join room_meters using (room_id)
)
select
    month,
    room_id,
    started_at,
    cast(hour_count as double) as hour_count,
    has_edc_meter,
    has_it_meter,
    has_cooling_meter,
    has_ups_loss,
    edc_wh,
    it_wh,
    cast(cooling_wh as decimal(18, 3)) as cooling_wh,
    cast(ups_in_wh as decimal(18, 3)) as ups_in_wh,
    cast(ups_out_wh as decimal(18, 3)) as ups_out_wh,
    cast(ups_in_wh - ups_out_wh as decimal(18, 3)) as ups_loss_wh,
    cast(
        edc_wh
        - case when has_it_meter then it_wh else 0 end
        - case when has_cooling_meter then cooling_wh else 0 end
        - case when has_ups_loss then ups_in_wh - ups_out_wh else 0 end as decimal(18, 3)
    ) as rest_wh,
    edc_measured_wh,
    it_measured_wh,
    decimal_3(cooling_measured_wh) as cooling_measured_wh,
    decimal_3(ups_in_measured_wh) as ups_in_measured_wh,
    decimal_3(ups_out_measured_wh) as ups_out_measured_wh,
    cast(
        edc_wh
        + case when has_it_meter then it_wh else 0 end
        + case when has_cooling_meter then cooling_wh else 0 end
        + case when has_ups_loss then ups_in_wh + ups_out_wh else 0 end as decimal(18, 3)
    ) as rest_meters_wh,
    decimal_3(
        edc_measured_wh
        + case when has_it_meter then it_measured_wh else 0 end
        + case when has_cooling_meter then cooling_measured_wh else 0 end
        + case when has_ups_loss then ups_in_measured_wh + ups_out_measured_wh else 0 end
    ) as rest_meters_measured_wh
from known_hours
