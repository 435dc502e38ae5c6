-- Paper of new fibre, where recycled paper would do.
-- grain: organisation
-- source: Öko-Institut, 520 against 440 kgCO2e for 100 000 sheets; UK conversion factors of 2025
-- grade: B
-- thresholds: recycled_sheet_saving_low, recycled_sheet_saving_high
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'recycled_paper_share'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as recycled_share,
        max(
            case
                when kpi_values.kpi_id = 'sheets'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.value
            end
        ) as sheet_count,
        min(
            case
                when kpi_values.kpi_id = 'recycled_paper_share'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'sheets'
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
organisations as (
    select
        'organisation' as scope_kind,
        'all' as scope_id
    from period
),
bounds as (
    select
        max(case when threshold = 'recycled_sheet_saving_low' then value end) as low_kgco2e,
        max(case when threshold = 'recycled_sheet_saving_high' then value end) as high_kgco2e
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        organisations.scope_kind,
        organisations.scope_id,
        case
            when bounds.low_kgco2e is null or bounds.high_kgco2e is null then 'threshold'
            when told_values.recycled_share is null then 'paper_purchases_of_a_year'
            when told_values.sheet_count is null then 'sheets_of_a_year'
        end as missing,
        told_values.recycled_share < 1 as is_found,
        told_values.recycled_share,
        told_values.sheet_count,
        told_values.sheet_count * (1 - told_values.recycled_share) as new_sheet_count,
        told_values.sheet_count * (1 - told_values.recycled_share) * bounds.low_kgco2e
            as kgco2e_low,
        told_values.sheet_count * (1 - told_values.recycled_share) * bounds.high_kgco2e
            as kgco2e_high,
        told_values.coverage
    from organisations
    cross join period
    cross join bounds
    left join told_values
        on told_values.scope_kind = organisations.scope_kind
        and told_values.scope_id = organisations.scope_id
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
    'recycled_share' as fact_1,
    cast(recycled_share as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'sheets_of_a_year' as fact_2,
    cast(sheet_count as decimal(18, 6)) as value_2,
    'sheets' as unit_2,
    'sheets_of_new_fibre' as fact_3,
    cast(new_sheet_count as decimal(18, 6)) as value_3,
    'sheets' as unit_3,
    cast(null as string) as fact_4,
    cast(null as decimal(18, 6)) as value_4,
    cast(null as string) as unit_4,
    cast(null as decimal(18, 6)) as kwh_low,
    cast(null as decimal(18, 6)) as kwh_high,
    cast(null as decimal(18, 6)) as eur_low,
    cast(null as decimal(18, 6)) as eur_high,
    cast(
        case when missing is null and is_found then kgco2e_low end as decimal(18, 6)
    ) as kgco2e_low,
    cast(
        case when missing is null and is_found then kgco2e_high end as decimal(18, 6)
    ) as kgco2e_high,
    coverage
from judged_scopes
