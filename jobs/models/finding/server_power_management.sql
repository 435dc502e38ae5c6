-- Servers that run at full speed whether they have work or not.
-- grain: room
-- source: Dutch recognised measure FI2; RVO LEAP 10 %; Omgevingsdienst Noordzeekanaalgebied 10 to
--     15 %
-- grade: B
-- thresholds: flat_load, busy_cpu_mean, power_management_low, power_management_high
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'base_load_share'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as night_share,
        max(
            case
                when kpi_values.kpi_id = 'it_energy'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as it_kwh,
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
                when kpi_values.kpi_id = 'base_load_share'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'it_energy'
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
        max(case when threshold = 'flat_load' then value end) as flat_share,
        max(case when threshold = 'busy_cpu_mean' then value end) as most_cpu_share,
        max(case when threshold = 'power_management_low' then value end) as low_share,
        max(case when threshold = 'power_management_high' then value end) as high_share
    from int_thresholds
),
recorded_facts as (
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
        sum(cpu_share_sum) / nullif(sum(cpu_day_count), 0) as cpu_share
    from int_server_months
    where is_in_use
    group by room_id
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.flat_share is null or bounds.most_cpu_share is null
                or bounds.low_share is null or bounds.high_share is null
                then 'threshold'
            when told_values.it_kwh is null then 'it_energy'
            when told_values.night_share is null then 'energy_of_the_nights'
            when recorded_facts.power_management is null then 'record_of_power_management'
        end as missing,
        recorded_facts.power_management = 'no'
        and coalesce(recorded_facts.delay_matters, 'no') = 'no'
        and told_values.night_share > bounds.flat_share
        and coalesce(server_loads.cpu_share < bounds.most_cpu_share, true) as is_found,
        told_values.night_share,
        server_loads.cpu_share,
        told_values.it_kwh,
        coalesce(told_values.pue, told_values.interim_pue) as pue,
        -- What the equipment uses less, the room saves with its overhead; without a known overhead
        -- at least itself.
        told_values.it_kwh * 365 / (days_between(period.first_on, period.last_on) + 1)
        * bounds.low_share * coalesce(told_values.pue, told_values.interim_pue, 1) as kwh_low,
        told_values.it_kwh * 365 / (days_between(period.first_on, period.last_on) + 1)
        * bounds.high_share * coalesce(told_values.pue, told_values.interim_pue) as kwh_high,
        told_values.coverage,
        int_energy_worth.eur_per_kwh,
        int_energy_worth.kgco2e_per_kwh
    from int_judged_rooms
    cross join period
    cross join bounds
    cross join int_energy_worth
    left join told_values
        on told_values.scope_kind = int_judged_rooms.scope_kind
        and told_values.scope_id = int_judged_rooms.scope_id
    left join recorded_facts
        on recorded_facts.room_id = int_judged_rooms.scope_id
    left join server_loads
        on server_loads.room_id = int_judged_rooms.scope_id
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
    'night_to_mean_load' as fact_1,
    cast(night_share as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'cpu_load' as fact_2,
    cast(cpu_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'it_energy_of_the_month' as fact_3,
    cast(it_kwh as decimal(18, 6)) as value_3,
    'kWh' as unit_3,
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
