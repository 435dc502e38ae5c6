-- Energy of a room that neither its sub-meters nor its devices explain.
-- grain: room
-- source: practice of home energy software: the share of the total that devices explain
-- grade: C
-- thresholds: most_unexplained
-- values: unexplained_room_energy_share month
-- facts: unexplained_share share, most_unexplained_share share,
--     unexplained_energy_of_the_month kWh
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case when told.unexplained_room_energy_share is null then 'sub_meters_or_devices' end
        as missing,
    told.unexplained_room_energy_share > bounds.most_unexplained as is_found,
    told.unexplained_room_energy_share as unexplained_share,
    bounds.most_unexplained as most_unexplained_share,
    told.unexplained_room_energy_share_numerator as unexplained_energy_of_the_month,
    told.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
