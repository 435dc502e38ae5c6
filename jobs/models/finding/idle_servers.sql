-- Servers that run without work.
-- grain: room
-- source: Dutch recognised measure FI1; 20 000 idle servers taken for 5 MW, which is 250 W each
-- grade: C
-- thresholds: idle_server_power_low, idle_server_power_high
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'idle_server_share'
                    and kpi_values.period = 'month'
                    then kpi_values.numerator
            end
        ) as idle_count,
        max(
            case
                when kpi_values.kpi_id = 'idle_server_share'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as idle_share,
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
                when kpi_values.kpi_id = 'idle_server_share'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
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
        max(case when threshold = 'idle_server_power_low' then value end) as low_w,
        max(case when threshold = 'idle_server_power_high' then value end) as high_w
    from int_thresholds
),
server_scopes as (
    select
        scope_kind,
        scope_id
    from int_judged_rooms
    union
    select
        scope_kind,
        scope_id
    from told_values
    where idle_count is not null
        and scope_kind = 'room'
),
judged_scopes as (
    select
        period.month,
        server_scopes.scope_kind,
        server_scopes.scope_id,
        case
            when bounds.low_w is null or bounds.high_w is null then 'threshold'
            when told_values.idle_share is null then 'server_load'
        end as missing,
        told_values.idle_count > 0 as is_found,
        told_values.idle_count,
        told_values.idle_share,
        coalesce(told_values.pue, told_values.interim_pue) as pue,
        told_values.idle_count * bounds.low_w * 8.76
        * coalesce(told_values.pue, told_values.interim_pue, 1) as kwh_low,
        told_values.idle_count * bounds.high_w * 8.76
        * coalesce(told_values.pue, told_values.interim_pue) as kwh_high,
        told_values.coverage,
        int_energy_worth.eur_per_kwh,
        int_energy_worth.kgco2e_per_kwh
    from server_scopes
    cross join period
    cross join bounds
    cross join int_energy_worth
    left join told_values
        on told_values.scope_kind = server_scopes.scope_kind
        and told_values.scope_id = server_scopes.scope_id
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
    'idle_servers' as fact_1,
    cast(idle_count as decimal(18, 6)) as value_1,
    'servers' as unit_1,
    'idle_server_share' as fact_2,
    cast(idle_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'pue' as fact_3,
    cast(pue as decimal(18, 6)) as value_3,
    'kWh/kWh' as unit_3,
    cast(null as string) as fact_4,
    cast(null as decimal(18, 6)) as value_4,
    cast(null as string) as unit_4,
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
