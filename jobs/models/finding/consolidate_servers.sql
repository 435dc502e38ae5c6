-- Servers with so little work that fewer could do it.
-- grain: room
-- source: Dutch recognised measure FI1; EPA, Report to Congress on Server and Data Center Energy
--     Efficiency, 2007: at 5 to 15 % load 60 to 90 % of full power
-- grade: C
-- thresholds: low_cpu_mean, consolidated_cpu_mean, idle_server_power_low, idle_server_power_high,
--     idle_cpu_mean, idle_cpu_peak, year_hours
-- values: pue_annual month, pue_interim month
-- facts: little_used_servers servers, cpu_load share, servers_to_spare servers, pue kWh/kWh
-- saves: kwh
with server_loads as (
    -- Servers without any work are another rule's; those kept ready on purpose stay as they are.
    select
        int_server_months.room_id,
        int_server_months.server_count,
        case
            when int_server_months.cpu_day_count
                >= settings.minimum_coverage * int_server_months.expected_day_count
                then int_server_months.cpu_share_sum / int_server_months.cpu_day_count
        end as cpu_share,
        coalesce(int_server_months.is_standby, false)
        or coalesce(
            int_server_months.idle_cpu_share < bounds.idle_cpu_mean
            and int_server_months.idle_cpu_peak_share < bounds.idle_cpu_peak, false
        ) as is_left_out
    from int_server_months
    cross join bounds
    cross join settings
    where int_server_months.is_in_use
),
room_loads as (
    select
        server_loads.room_id,
        sum(server_loads.server_count) as server_count,
        count(server_loads.cpu_share) as known_count,
        count(
            case
                when not server_loads.is_left_out
                    and server_loads.cpu_share < bounds.low_cpu_mean
                    then 1
            end
        ) as low_count,
        cast(
            sum(
                exact(
                    case
                        when not server_loads.is_left_out
                            and server_loads.cpu_share < bounds.low_cpu_mean
                            then server_loads.cpu_share
                    end
                )
            ) as double
        ) as low_load,
        max(bounds.consolidated_cpu_mean) as aim_cpu_share
    from server_loads
    cross join bounds
    group by server_loads.room_id
),
room_servers as (
    select
        room_id,
        known_count,
        low_count,
        cast(known_count as double) / nullif(server_count, 0) as coverage,
        low_load / nullif(low_count, 0) as cpu_share,
        low_count - greatest(ceil(low_load / nullif(aim_cpu_share, 0)), 1) as spare_count
    from room_loads
)
select
    int_judged_rooms.scope_kind,
    int_judged_rooms.scope_id,
    case when coalesce(room_servers.known_count, 0) = 0 then 'server_load' end as missing,
    case
        when room_servers.known_count > 0
            then coalesce(room_servers.low_count >= 2 and room_servers.spare_count >= 1, false)
    end as is_found,
    room_servers.low_count as little_used_servers,
    room_servers.cpu_share as cpu_load,
    room_servers.spare_count as servers_to_spare,
    coalesce(told.pue_annual, told.pue_interim) as pue,
    room_servers.spare_count * bounds.idle_server_power_low * bounds.year_hours / 1000
    * coalesce(told.pue_annual, told.pue_interim, 1) as kwh_low,
    room_servers.spare_count * bounds.idle_server_power_high * bounds.year_hours / 1000
    * coalesce(told.pue_annual, told.pue_interim) as kwh_high,
    room_servers.coverage
from int_judged_rooms
cross join bounds
left join told
    on told.scope_kind = int_judged_rooms.scope_kind
    and told.scope_id = int_judged_rooms.scope_id
left join room_servers
    on room_servers.room_id = int_judged_rooms.scope_id
