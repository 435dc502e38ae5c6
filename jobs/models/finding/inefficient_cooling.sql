-- Cooling that takes much electricity for the heat that it carries away.
-- grain: room
-- source: Dutch recognised measure FI5: cooling machines with a COP up to 3.5
-- grade: A
-- thresholds: eml_cooling_cop, cooling_cop_aim
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'apparent_cop'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as cop,
        max(
            case
                when kpi_values.kpi_id = 'cooling_energy'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as cooling_kwh,
        min(
            case
                when kpi_values.kpi_id = 'apparent_cop'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'cooling_energy'
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
        max(case when threshold = 'eml_cooling_cop' then value end) as low_cop,
        max(case when threshold = 'cooling_cop_aim' then value end) as aim_cop
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.low_cop is null or bounds.aim_cop is null then 'threshold'
            when told_values.cop is null then 'heat_and_cooling_of_a_year'
            when told_values.cooling_kwh is null then 'cooling_energy_of_a_year'
        end as missing,
        told_values.cop <= bounds.low_cop as is_found,
        told_values.cop,
        bounds.low_cop,
        bounds.aim_cop,
        told_values.cooling_kwh,
        told_values.cooling_kwh * (1 - told_values.cop / bounds.low_cop) as kwh_low,
        told_values.cooling_kwh * (1 - told_values.cop / bounds.aim_cop) as kwh_high,
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
    missing,
    'apparent_cop' as fact_1,
    cast(cop as decimal(18, 6)) as value_1,
    'kWh/kWh' as unit_1,
    'least_cop' as fact_2,
    cast(low_cop as decimal(18, 6)) as value_2,
    'kWh/kWh' as unit_2,
    'aimed_cop' as fact_3,
    cast(aim_cop as decimal(18, 6)) as value_3,
    'kWh/kWh' as unit_3,
    'cooling_energy' as fact_4,
    cast(cooling_kwh as decimal(18, 6)) as value_4,
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
