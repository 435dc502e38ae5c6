-- Cooling that takes a large part of what the equipment takes. Where its heat is metered, what it
-- carries away for each kWh tells more: that is another rule's, and the room is left to it.
-- grain: room
-- source: arithmetic of the partial PUE of cooling (ISO/IEC 30134-2 Annex); bound and aim are our
--     own
-- grade: P
-- thresholds: most_cooling_share, cooling_share_aim
-- values: ppue_cooling month, apparent_cop rolling_year, cooling_energy rolling_year,
--     it_energy rolling_year
-- facts: cooling_to_it share, most_cooling_to_it share, cooling_energy kWh,
--     it_energy_of_a_year kWh
-- saves: kwh
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case
        when told.ppue_cooling is null then 'cooling_meter'
        when told.ppue_cooling - 1 > bounds.most_cooling_share
            and told.cooling_energy_of_a_year is null
            then 'cooling_energy_of_a_year'
        when told.ppue_cooling - 1 > bounds.most_cooling_share
            and told.it_energy_of_a_year is null
            then 'it_energy_of_a_year'
    end as missing,
    told.ppue_cooling - 1 > bounds.most_cooling_share as is_found,
    told.ppue_cooling - 1 as cooling_to_it,
    bounds.most_cooling_share as most_cooling_to_it,
    told.cooling_energy_of_a_year as cooling_energy,
    told.it_energy_of_a_year,
    case
        when told.cooling_energy_of_a_year > bounds.most_cooling_share * told.it_energy_of_a_year
            then told.cooling_energy_of_a_year
                - bounds.most_cooling_share * told.it_energy_of_a_year
    end as kwh_low,
    case
        when told.cooling_energy_of_a_year > bounds.cooling_share_aim * told.it_energy_of_a_year
            then told.cooling_energy_of_a_year
                - bounds.cooling_share_aim * told.it_energy_of_a_year
    end as kwh_high,
    told.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
where told.apparent_cop_of_a_year is null
