-- Servers that run without work.
-- grain: room
-- source: Dutch recognised measure FI1; 20 000 idle servers taken for 5 MW, which is 250 W each
-- grade: C
-- thresholds: idle_server_power_low, idle_server_power_high, year_hours
-- values: idle_server_share month, pue_annual month, pue_interim month
-- facts: idle_servers servers, idle_server_share share, pue kWh/kWh
-- saves: kwh
with server_scopes as (
    select
        scope_kind,
        scope_id
    from int_judged_rooms
    union
    select
        scope_kind,
        scope_id
    from told
    where idle_server_share_numerator is not null
        and scope_kind = 'room'
)
select
    server_scopes.scope_kind,
    server_scopes.scope_id,
    case when told.idle_server_share is null then 'server_load' end as missing,
    told.idle_server_share > 0 as is_found,
    told.idle_server_share_numerator as idle_servers,
    told.idle_server_share,
    coalesce(told.pue_annual, told.pue_interim) as pue,
    told.idle_server_share_numerator * bounds.idle_server_power_low
    * bounds.year_hours / 1000 * coalesce(told.pue_annual, told.pue_interim, 1) as kwh_low,
    told.idle_server_share_numerator * bounds.idle_server_power_high
    * bounds.year_hours / 1000 * coalesce(told.pue_annual, told.pue_interim) as kwh_high,
    told.coverage
from server_scopes
cross join bounds
left join told
    on told.scope_kind = server_scopes.scope_kind
    and told.scope_id = server_scopes.scope_id
