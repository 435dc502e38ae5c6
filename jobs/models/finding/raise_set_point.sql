-- Air at the inlet of the racks that is colder than it needs to be.
-- grain: room
-- source: ENERGY STAR, server inlet temperature: 4 to 5 % of energy cost per °F; El-Sayed: 2 to 5 %
--     of cooling per °C; study of Swiss colocation: fans 0.35 to 0.5 % of IT per °C
-- grade: B
-- thresholds: cold_inlet, inlet_highest, cooling_per_degree_low, cooling_per_degree_high,
--     fans_speed_up, fans_per_degree_low, fans_per_degree_high
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'inlet_temp_mean'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as inlet_c,
        max(
            case
                when kpi_values.kpi_id = 'cooling_energy'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as cooling_kwh,
        max(
            case
                when kpi_values.kpi_id = 'it_energy'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as it_kwh,
        min(
            case
                when kpi_values.kpi_id = 'cooling_energy'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'inlet_temp_mean'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'it_energy'
                    and kpi_values.period = 'rolling_year'
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
        max(case when threshold = 'cold_inlet' then value end) as trigger_c,
        max(case when threshold = 'inlet_highest' then value end) as aim_c,
        max(case when threshold = 'cooling_per_degree_low' then value end) as low_share,
        max(case when threshold = 'cooling_per_degree_high' then value end) as high_share,
        max(case when threshold = 'fans_speed_up' then value end) as fans_from_c,
        max(case when threshold = 'fans_per_degree_low' then value end) as fan_low_share,
        max(case when threshold = 'fans_per_degree_high' then value end) as fan_high_share
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.trigger_c is null or bounds.aim_c is null or bounds.low_share is null
                or bounds.high_share is null or bounds.fans_from_c is null
                or bounds.fan_low_share is null or bounds.fan_high_share is null
                then 'threshold'
            when told_values.inlet_c is null then 'inlet_temperature'
        end as missing,
        case
            when told_values.cooling_kwh is null then 'cooling_energy_of_a_year'
            when told_values.it_kwh is null then 'it_energy_of_a_year'
        end as not_estimated,
        -- Where the fans would use more than the cooling saves, colder is better.
        told_values.inlet_c < bounds.trigger_c
        and coalesce(
            (bounds.aim_c - told_values.inlet_c) * bounds.high_share * told_values.cooling_kwh
            > greatest(bounds.aim_c - bounds.fans_from_c, 0) * bounds.fan_low_share
            * told_values.it_kwh, true
        ) as is_found,
        told_values.inlet_c,
        bounds.aim_c,
        told_values.cooling_kwh,
        -- Above some temperature the fans of the servers run faster: then less is gained with each
        -- further degree, and in the end more is used.
        greatest(bounds.aim_c - bounds.fans_from_c, 0) * bounds.fan_high_share * told_values.it_kwh
            as fans_kwh,
        (bounds.aim_c - told_values.inlet_c) * bounds.low_share * told_values.cooling_kwh
        - greatest(bounds.aim_c - bounds.fans_from_c, 0) * bounds.fan_high_share
        * told_values.it_kwh as kwh_low,
        (bounds.aim_c - told_values.inlet_c) * bounds.high_share * told_values.cooling_kwh
        - greatest(bounds.aim_c - bounds.fans_from_c, 0) * bounds.fan_low_share
        * told_values.it_kwh as kwh_high,
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
    coalesce(missing, case when is_found then not_estimated end) as missing,
    'inlet_temperature' as fact_1,
    cast(inlet_c as decimal(18, 6)) as value_1,
    '°C' as unit_1,
    'aimed_temperature' as fact_2,
    cast(aim_c as decimal(18, 6)) as value_2,
    '°C' as unit_2,
    'cooling_energy' as fact_3,
    cast(cooling_kwh as decimal(18, 6)) as value_3,
    'kWh' as unit_3,
    'fan_energy' as fact_4,
    cast(fans_kwh as decimal(18, 6)) as value_4,
    'kWh' as unit_4,
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
