-- Hours of a room that no meter tells.
-- grain: room
-- source: EU Code of Conduct for Data Centres, energy use measurement
-- grade: C
-- thresholds: least_metering
-- values: metering_coverage month
-- facts: known_hours_share share, least_known_share share, unknown_hours h
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case when told.metering_coverage is null then 'room_meters' end as missing,
    told.metering_coverage < bounds.least_metering as is_found,
    told.metering_coverage as known_hours_share,
    bounds.least_metering as least_known_share,
    told.metering_coverage_denominator - told.metering_coverage_numerator as unknown_hours,
    told.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
