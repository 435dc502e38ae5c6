-- Hours of a room that no meter tells.
-- grain: room
-- source: EU Code of Conduct for Data Centres, energy use measurement
-- grade: C
-- thresholds: least_metering
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'metering_coverage'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as known_share,
        max(
            case
                when kpi_values.kpi_id = 'metering_coverage'
                    and kpi_values.period = 'month'
                    then kpi_values.numerator
            end
        ) as known_hours,
        max(
            case
                when kpi_values.kpi_id = 'metering_coverage'
                    and kpi_values.period = 'month'
                    then kpi_values.denominator
            end
        ) as hours,
        min(
            case
                when kpi_values.kpi_id = 'metering_coverage'
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
    select max(case when threshold = 'least_metering' then value end) as least_share
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.least_share is null then 'threshold'
            when told_values.known_share is null then 'room_meters'
        end as missing,
        told_values.known_share < bounds.least_share as is_found,
        told_values.known_share,
        bounds.least_share,
        told_values.hours - told_values.known_hours as lost_hours,
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
    'known_hours_share' as fact_1,
    cast(known_share as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'least_known_share' as fact_2,
    cast(least_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'unknown_hours' as fact_3,
    cast(lost_hours as decimal(18, 6)) as value_3,
    'h' as unit_3,
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
