-- Energy of a room that neither its sub-meters nor its devices explain.
-- grain: room
-- source: practice of home energy software: the share of the total that devices explain
-- grade: C
-- thresholds: most_unexplained
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'unexplained_room_energy_share'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as unexplained_share,
        max(
            case
                when kpi_values.kpi_id = 'unexplained_room_energy_share'
                    and kpi_values.period = 'month'
                    then kpi_values.numerator
            end
        ) as unexplained_kwh,
        min(
            case
                when kpi_values.kpi_id = 'unexplained_room_energy_share'
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
    select max(case when threshold = 'most_unexplained' then value end) as most_share
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.most_share is null then 'threshold'
            when told_values.unexplained_share is null then 'sub_meters_or_devices'
        end as missing,
        told_values.unexplained_share > bounds.most_share as is_found,
        told_values.unexplained_share,
        bounds.most_share,
        told_values.unexplained_kwh,
        told_values.coverage
    from int_judged_rooms
    cross join period
    cross join bounds
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
    'unexplained_share' as fact_1,
    cast(unexplained_share as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'most_unexplained_share' as fact_2,
    cast(most_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'unexplained_energy_of_the_month' as fact_3,
    cast(unexplained_kwh as decimal(18, 6)) as value_3,
    'kWh' as unit_3,
    cast(null as string) as fact_4,
    cast(null as decimal(18, 6)) as value_4,
    cast(null as string) as unit_4,
    cast(null as decimal(18, 6)) as kwh_low,
    cast(null as decimal(18, 6)) as kwh_high,
    cast(null as decimal(18, 6)) as eur_low,
    cast(null as decimal(18, 6)) as eur_high,
    cast(null as decimal(18, 6)) as kgco2e_low,
    cast(null as decimal(18, 6)) as kgco2e_high,
    coverage
from judged_scopes
