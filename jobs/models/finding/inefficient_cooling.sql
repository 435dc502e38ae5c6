-- Cooling that takes much electricity for the heat that it carries away.
-- grain: room
-- source: Dutch recognised measure FI5: cooling machines with a COP up to 3.5
-- grade: A
-- thresholds: eml_cooling_cop, cooling_cop_aim
-- values: apparent_cop rolling_year, cooling_energy rolling_year
-- facts: apparent_cop kWh/kWh, least_cop kWh/kWh, aimed_cop kWh/kWh, cooling_energy kWh
-- saves: kwh
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case
        when told.apparent_cop_of_a_year is null then 'heat_and_cooling_of_a_year'
        when told.cooling_energy_of_a_year is null then 'cooling_energy_of_a_year'
    end as missing,
    case
        when told.cooling_energy_of_a_year is not null
            then told.apparent_cop_of_a_year <= bounds.eml_cooling_cop
    end as is_found,
    told.apparent_cop_of_a_year as apparent_cop,
    bounds.eml_cooling_cop as least_cop,
    bounds.cooling_cop_aim as aimed_cop,
    told.cooling_energy_of_a_year as cooling_energy,
    told.cooling_energy_of_a_year
    * (1 - told.apparent_cop_of_a_year / bounds.eml_cooling_cop) as kwh_low,
    told.cooling_energy_of_a_year
    * (1 - told.apparent_cop_of_a_year / bounds.cooling_cop_aim) as kwh_high,
    told.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
