-- An uninterruptible power supply that loses more than it has to.
-- grain: meter
-- source: Dutch recognised measure FI3: load below 30 %, efficiency of 96 %
-- grade: A
-- thresholds: eml_ups_load, eml_ups_efficiency
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(case when kpi_values.kpi_id = 'ups_efficiency' then kpi_values.value end)
            as efficiency,
        max(case when kpi_values.kpi_id = 'ups_efficiency' then kpi_values.numerator end)
            as out_kwh,
        max(case when kpi_values.kpi_id = 'ups_efficiency' then kpi_values.denominator end)
            as in_kwh,
        max(case when kpi_values.kpi_id = 'ups_efficiency' then kpi_values.coverage end)
            as coverage,
        max(case when kpi_values.kpi_id = 'ups_efficiency' then 1 else 0 end) as is_ups,
        max(case when kpi_values.kpi_id = 'ups_load' then kpi_values.numerator end) as load_kwh,
        max(case when kpi_values.kpi_id = 'ups_load' then kpi_values.denominator end) as rated_kwh
    from kpi_values
    inner join period using (month)
    where kpi_values.scope_kind = 'meter'
        and kpi_values.period = 'month'
        and kpi_values.kpi_id in ('ups_efficiency', 'ups_load')
    group by
        kpi_values.scope_kind,
        kpi_values.scope_id
),
ups_scopes as (
    select
        scope_kind,
        scope_id
    from told_values
    where is_ups = 1
    union all
    select
        'organisation' as scope_kind,
        'all' as scope_id
    from (select count(*) as ups_count from told_values where is_ups = 1) as ups_counts
    where ups_count = 0
),
output_meters as (
    select
        parent_meter_id,
        meter_id
    from meters
    cross join period
    where parent_meter_id is not null
        and valid_from <= period.last_on
        and (valid_to is null or valid_to >= period.last_on)
    group by
        parent_meter_id,
        meter_id
),
ups_loads as (
    -- The load of each UPS is known by the meters of its output, which have its rating.
    select
        output_meters.parent_meter_id,
        sum(told_values.load_kwh) / nullif(sum(told_values.rated_kwh), 0) as load_share
    from output_meters
    inner join told_values
        on told_values.scope_id = output_meters.meter_id
    group by output_meters.parent_meter_id
),
bounds as (
    select
        max(case when threshold = 'eml_ups_load' then value end) as least_load,
        max(case when threshold = 'eml_ups_efficiency' then value end) as aim_efficiency
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        ups_scopes.scope_kind,
        ups_scopes.scope_id,
        case
            when bounds.least_load is null or bounds.aim_efficiency is null then 'threshold'
            when told_values.efficiency is null then 'ups_input_and_output'
            when told_values.efficiency >= bounds.aim_efficiency and ups_loads.load_share is null
                then 'ups_rating'
        end as missing,
        told_values.efficiency < bounds.aim_efficiency
        or coalesce(ups_loads.load_share < bounds.least_load, false) as is_found,
        told_values.efficiency,
        bounds.aim_efficiency,
        ups_loads.load_share,
        (told_values.in_kwh - told_values.out_kwh) * 365
        / (days_between(period.first_on, period.last_on) + 1) / nullif(told_values.coverage, 0)
            as loss_kwh,
        -- At least what an efficient one would lose less, at most all that this one loses.
        greatest(
            cast(told_values.in_kwh as double)
            - cast(told_values.out_kwh as double) / nullif(bounds.aim_efficiency, 0), 0
        ) * 365 / (days_between(period.first_on, period.last_on) + 1)
        / nullif(told_values.coverage, 0) as kwh_low,
        (told_values.in_kwh - told_values.out_kwh) * 365
        / (days_between(period.first_on, period.last_on) + 1) / nullif(told_values.coverage, 0)
            as kwh_high,
        told_values.coverage,
        int_energy_worth.eur_per_kwh,
        int_energy_worth.kgco2e_per_kwh
    from ups_scopes
    cross join period
    cross join bounds
    cross join int_energy_worth
    left join told_values
        on told_values.scope_kind = ups_scopes.scope_kind
        and told_values.scope_id = ups_scopes.scope_id
    left join ups_loads
        on ups_loads.parent_meter_id = ups_scopes.scope_id
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
    'ups_efficiency' as fact_1,
    cast(efficiency as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'aimed_efficiency' as fact_2,
    cast(aim_efficiency as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'ups_load' as fact_3,
    cast(load_share as decimal(18, 6)) as value_3,
    'share' as unit_3,
    'ups_loss_of_a_year' as fact_4,
    cast(loss_kwh as decimal(18, 6)) as value_4,
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
