-- Warm air that gets back to the inlet of racks.
-- grain: room
-- source: Dutch recognised measure FI6
-- grade: A
-- thresholds: inlet_spread
-- facts: inlet_spread K, most_inlet_spread K, inlet_sensors sensors, recorded_mixing flag
with inlet_values as (
    select
        inlet_meters.room_id,
        count(kpi_values.value) as sensor_count,
        max(kpi_values.value) - min(kpi_values.value) as spread_k,
        min(kpi_values.coverage) as coverage
    from kpi_values
    inner join period using (month)
    inner join (
        select
            meter_id,
            max(room_id) as room_id
        from meters
        where role = 'inlet'
        group by meter_id
    ) as inlet_meters
        on inlet_meters.meter_id = kpi_values.scope_id
    where kpi_values.scope_kind = 'meter'
        and kpi_values.kpi_id = 'inlet_temp_mean'
        and kpi_values.period = 'month'
    group by inlet_meters.room_id
),
judged_rooms as (
    select
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        coalesce(inlet_values.sensor_count, 0) as sensor_count,
        case when inlet_values.sensor_count >= 2 then inlet_values.spread_k end as spread_k,
        recorded_facts.value as recorded,
        inlet_values.coverage
    from int_judged_rooms
    left join inlet_values
        on inlet_values.room_id = int_judged_rooms.scope_id
        and int_judged_rooms.scope_kind = 'room'
    left join int_room_facts as recorded_facts
        on recorded_facts.room_id = int_judged_rooms.scope_id
        and recorded_facts.fact = 'air_mixes'
)
select
    judged_rooms.scope_kind,
    judged_rooms.scope_id,
    case
        when judged_rooms.spread_k is null and judged_rooms.recorded is null
            then 'inlet_sensors_or_record'
    end as missing,
    case
        when judged_rooms.spread_k > bounds.inlet_spread or judged_rooms.recorded = 'yes' then true
        when judged_rooms.spread_k is not null or judged_rooms.recorded is not null then false
    end as is_found,
    judged_rooms.spread_k as inlet_spread,
    bounds.inlet_spread as most_inlet_spread,
    judged_rooms.sensor_count as inlet_sensors,
    case judged_rooms.recorded when 'yes' then 1 when 'no' then 0 end as recorded_mixing,
    judged_rooms.coverage
from judged_rooms
cross join bounds
