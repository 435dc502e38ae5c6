-- Air at the inlet of the racks that is colder than it needs to be.
-- grain: room
-- source: ENERGY STAR, server inlet temperature: 4 to 5 % of energy cost per °F; El-Sayed: 2 to 5 %
--     of cooling per °C; study of Swiss colocation: fans 0.35 to 0.5 % of IT per °C
-- grade: B
-- thresholds: cold_inlet, inlet_highest, cooling_per_degree_low, cooling_per_degree_high,
--     fans_speed_up, fans_per_degree_low, fans_per_degree_high
-- values: inlet_temp_mean month, cooling_energy rolling_year, it_energy rolling_year
-- facts: inlet_temperature °C, aimed_temperature °C, cooling_energy kWh, fan_energy kWh
-- saves: kwh
with room_savings as (
    -- Above some temperature the fans of the servers run faster: then less is gained with each
    -- further degree, and in the end more is used.
    select
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        told.inlet_temp_mean as inlet_c,
        told.cooling_energy_of_a_year as cooling_kwh,
        told.it_energy_of_a_year as it_kwh,
        told.coverage,
        (bounds.inlet_highest - told.inlet_temp_mean) * bounds.cooling_per_degree_low
        * told.cooling_energy_of_a_year as cooling_low_kwh,
        (bounds.inlet_highest - told.inlet_temp_mean) * bounds.cooling_per_degree_high
        * told.cooling_energy_of_a_year as cooling_high_kwh,
        greatest(bounds.inlet_highest - bounds.fans_speed_up, 0) * bounds.fans_per_degree_low
        * told.it_energy_of_a_year as fans_low_kwh,
        greatest(bounds.inlet_highest - bounds.fans_speed_up, 0) * bounds.fans_per_degree_high
        * told.it_energy_of_a_year as fans_high_kwh
    from int_judged_rooms
    cross join bounds
    left join told
        on told.scope_kind = int_judged_rooms.scope_kind
        and told.scope_id = int_judged_rooms.scope_id
)
select
    room_savings.scope_kind,
    room_savings.scope_id,
    case
        when room_savings.inlet_c is null then 'inlet_temperature'
        when room_savings.cooling_kwh is null then 'cooling_energy_of_a_year'
        when room_savings.it_kwh is null then 'it_energy_of_a_year'
    end as missing,
    -- Where the fans would use more than the cooling saves, colder is better.
    room_savings.inlet_c < bounds.cold_inlet
    and coalesce(room_savings.cooling_high_kwh > room_savings.fans_low_kwh, true) as is_found,
    room_savings.inlet_c as inlet_temperature,
    bounds.inlet_highest as aimed_temperature,
    room_savings.cooling_kwh as cooling_energy,
    room_savings.fans_high_kwh as fan_energy,
    room_savings.cooling_low_kwh - room_savings.fans_high_kwh as kwh_low,
    room_savings.cooling_high_kwh - room_savings.fans_low_kwh as kwh_high,
    room_savings.coverage
from room_savings
cross join bounds
