-- A room that takes nearly as much at night as on the mean of all hours, though its servers have no
-- more to do then. Where the power management of the servers is on record as off, that is the cause
-- to begin with: another rule's, and the room is left to it.
-- grain: room
-- source: practice of energy monitoring: the base load of the nights is what nobody asks for; part
--     of it by power management (Omgevingsdienst Noordzeekanaalgebied, RVO LEAP)
-- grade: C
-- thresholds: flat_load, busy_cpu_mean, power_management_low, power_management_high, night_hours,
--     quiet_hours
-- values: base_load_share month
-- facts: night_load kW, mean_load kW, night_to_mean_load share, cpu_load_at_night share
-- saves: kwh
with unmanaged_rooms as (
    select room_id
    from int_room_facts
    where fact = 'power_management'
        and value = 'no'
    group by room_id
),
night_loads as (
    select
        int_server_months.room_id,
        cast(sum(exact(int_server_hours.cpu_share)) as double)
        / count(int_server_hours.cpu_share) as cpu_share
    from int_server_hours
    inner join period_hours using (hour_number)
    inner join int_server_months
        on int_server_months.server_id = int_server_hours.server_id
    where hour(local_time(period_hours.started_at)) in (1, 2, 3, 4)
        and int_server_months.is_in_use
    group by int_server_months.room_id
)
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case when told.base_load_share is null then 'energy_of_the_nights' end as missing,
    told.base_load_share > bounds.flat_load
    and coalesce(night_loads.cpu_share < bounds.busy_cpu_mean, true) as is_found,
    told.base_load_share_numerator as night_load,
    told.base_load_share_denominator as mean_load,
    told.base_load_share as night_to_mean_load,
    night_loads.cpu_share as cpu_load_at_night,
    -- At least in the nights that are measured, at most in all hours in which few people work.
    told.base_load_share_numerator * bounds.night_hours * bounds.power_management_low as kwh_low,
    told.base_load_share_numerator * bounds.quiet_hours * bounds.power_management_high
        as kwh_high,
    told.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
left join night_loads
    on night_loads.room_id = int_judged_rooms.scope_id
left join unmanaged_rooms
    on unmanaged_rooms.room_id = int_judged_rooms.scope_id
where unmanaged_rooms.room_id is null
