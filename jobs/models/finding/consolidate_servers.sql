-- Servers with so little work that fewer could do it.
-- grain: room
-- source: Dutch recognised measure FI1; EPA, Report to Congress on Server and Data Center Energy
--     Efficiency, 2007: at 5 to 15 % load 60 to 90 % of full power
-- grade: C
-- thresholds: low_cpu_mean, consolidated_cpu_mean, idle_server_power_low, idle_server_power_high,
--     idle_cpu_mean, idle_cpu_peak
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'pue_annual'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as pue,
        max(
            case
                when kpi_values.kpi_id = 'pue_interim'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as interim_pue,
        min(
            case
                when kpi_values.kpi_id = 'pue_annual'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'pue_interim'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
            end
        ) as coverage
    from kpi_values
    inner join period using (month)
    group by
        kpi_values.scope_kind,
        kpi_values.scope_id
),
bounds as (
    select
        max(case when threshold = 'low_cpu_mean' then value end) as low_cpu_share,
        max(case when threshold = 'consolidated_cpu_mean' then value end) as aim_cpu_share,
        max(case when threshold = 'idle_server_power_low' then value end) as low_w,
        max(case when threshold = 'idle_server_power_high' then value end) as high_w,
        max(case when threshold = 'idle_cpu_mean' then value end) as idle_cpu_share,
        max(case when threshold = 'idle_cpu_peak' then value end) as idle_cpu_peak_share
    from int_thresholds
),
server_loads as (
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
            int_server_months.idle_cpu_share < bounds.idle_cpu_share
            and int_server_months.idle_cpu_peak_share < bounds.idle_cpu_peak_share, false
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
                    and server_loads.cpu_share < bounds.low_cpu_share
                    then 1
            end
        ) as low_count,
        sum(
            case
                when not server_loads.is_left_out
                    and server_loads.cpu_share < bounds.low_cpu_share
                    then server_loads.cpu_share
            end
        ) as low_load,
        max(bounds.aim_cpu_share) as aim_cpu_share
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
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.low_cpu_share is null or bounds.aim_cpu_share is null
                or bounds.low_w is null or bounds.high_w is null
                then 'threshold'
            when coalesce(room_servers.known_count, 0) = 0 then 'server_load'
        end as missing,
        coalesce(room_servers.low_count >= 2 and room_servers.spare_count >= 1, false) as is_found,
        room_servers.low_count,
        room_servers.cpu_share,
        room_servers.spare_count,
        coalesce(told_values.pue, told_values.interim_pue) as pue,
        room_servers.spare_count * bounds.low_w * 8.76
        * coalesce(told_values.pue, told_values.interim_pue, 1) as kwh_low,
        room_servers.spare_count * bounds.high_w * 8.76
        * coalesce(told_values.pue, told_values.interim_pue) as kwh_high,
        room_servers.coverage,
        int_energy_worth.eur_per_kwh,
        int_energy_worth.kgco2e_per_kwh
    from int_judged_rooms
    cross join period
    cross join bounds
    cross join int_energy_worth
    left join told_values
        on told_values.scope_kind = int_judged_rooms.scope_kind
        and told_values.scope_id = int_judged_rooms.scope_id
    left join room_servers
        on room_servers.room_id = int_judged_rooms.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    case
        when missing is not null then 'cannot_be_judged'
        when is_found then 'found'
        else 'not_found'
    end as outcome,
    missing,
    'little_used_servers' as fact_1,
    cast(low_count as decimal(18, 6)) as value_1,
    'servers' as unit_1,
    'cpu_load' as fact_2,
    cast(cpu_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'servers_to_spare' as fact_3,
    cast(spare_count as decimal(18, 6)) as value_3,
    'servers' as unit_3,
    'pue' as fact_4,
    cast(pue as decimal(18, 6)) as value_4,
    'kWh/kWh' as unit_4,
    cast(case when missing is null and is_found then kwh_low end as decimal(18, 6)) as kwh_low,
    cast(case when missing is null and is_found then kwh_high end as decimal(18, 6)) as kwh_high,
    cast(
        case when missing is null and is_found then kwh_low * eur_per_kwh end as decimal(18, 6)
    ) as eur_low,
    cast(
        case when missing is null and is_found then kwh_high * eur_per_kwh end as decimal(18, 6)
    ) as eur_high,
    cast(
        case when missing is null and is_found then kwh_low * kgco2e_per_kwh end as decimal(18, 6)
    ) as kgco2e_low,
    cast(
        case when missing is null and is_found then kwh_high * kgco2e_per_kwh end as decimal(18, 6)
    ) as kgco2e_high,
    coverage
from judged_scopes
