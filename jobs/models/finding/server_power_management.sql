-- Servers that run at full speed whether they have work or not.
-- grain: room
-- source: Dutch recognised measure FI2; RVO LEAP 10 %; Omgevingsdienst Noordzeekanaalgebied 10 to
--     15 %
-- grade: B
-- thresholds: flat_load, busy_cpu_mean, power_management_low, power_management_high, year_hours
-- values: base_load_share month, it_energy month, pue_annual month, pue_interim month
-- facts: night_to_mean_load share, cpu_load share, it_energy_of_the_month kWh, pue kWh/kWh
-- saves: kwh
with recorded_facts as (
    select
        room_id,
        max(case when fact = 'power_management' then value end) as power_management,
        max(case when fact = 'delay_matters' then value end) as delay_matters
    from int_room_facts
    group by room_id
),
server_loads as (
    select
        room_id,
        cast(sum(exact(cpu_share_sum)) as double) / nullif(sum(cpu_day_count), 0) as cpu_share
    from int_server_months
    where is_in_use
    group by room_id
),
judged_rooms as (
    select
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when told.it_energy is null then 'it_energy'
            when told.base_load_share is null then 'energy_of_the_nights'
            when recorded_facts.power_management is null then 'record_of_power_management'
        end as missing,
        recorded_facts.power_management,
        recorded_facts.delay_matters,
        told.base_load_share as night_share,
        told.it_energy as it_kwh,
        coalesce(told.pue_annual, told.pue_interim) as pue,
        told.it_energy * bounds.year_hours
        / ((days_between(period.first_on, period.last_on) + 1) * 24) as year_kwh,
        told.coverage
    from int_judged_rooms
    cross join period
    cross join bounds
    left join told
        on told.scope_kind = int_judged_rooms.scope_kind
        and told.scope_id = int_judged_rooms.scope_id
    left join recorded_facts
        on recorded_facts.room_id = int_judged_rooms.scope_id
)
select
    judged_rooms.scope_kind,
    judged_rooms.scope_id,
    judged_rooms.missing,
    case
        when judged_rooms.missing is null
            then judged_rooms.power_management = 'no'
                and coalesce(judged_rooms.delay_matters, 'no') = 'no'
                and judged_rooms.night_share > bounds.flat_load
                and coalesce(server_loads.cpu_share < bounds.busy_cpu_mean, true)
    end as is_found,
    judged_rooms.night_share as night_to_mean_load,
    server_loads.cpu_share as cpu_load,
    judged_rooms.it_kwh as it_energy_of_the_month,
    judged_rooms.pue,
    -- What the equipment uses less, the room saves with its overhead; without a known overhead at
    -- least itself.
    judged_rooms.year_kwh * bounds.power_management_low * coalesce(judged_rooms.pue, 1) as kwh_low,
    judged_rooms.year_kwh * bounds.power_management_high * judged_rooms.pue as kwh_high,
    judged_rooms.coverage
from judged_rooms
cross join bounds
left join server_loads
    on server_loads.room_id = judged_rooms.scope_id
