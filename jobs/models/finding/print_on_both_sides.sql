-- Pages on one side that would fit on both.
-- grain: organisation
-- source: arithmetic: two pages on one sheet
-- grade: A
-- thresholds: duplex_aim, duplex_gap_closed_low, duplex_gap_closed_high
with told_values as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id,
        max(
            case
                when kpi_values.kpi_id = 'duplex_ratio'
                    and kpi_values.period = 'month'
                    then kpi_values.value
            end
        ) as duplex_share,
        max(
            case
                when kpi_values.kpi_id = 'duplex_ratio'
                    and kpi_values.period = 'rolling_year'
                    then kpi_values.denominator
            end
        ) as page_count,
        min(
            case
                when kpi_values.kpi_id = 'duplex_ratio'
                    and kpi_values.period = 'month'
                    then kpi_values.coverage
                when kpi_values.kpi_id = 'duplex_ratio'
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
        max(case when threshold = 'duplex_aim' then value end) as aim_share,
        max(case when threshold = 'duplex_gap_closed_low' then value end) as low_share,
        max(case when threshold = 'duplex_gap_closed_high' then value end) as high_share
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        organisations.scope_kind,
        organisations.scope_id,
        case
            when bounds.aim_share is null or bounds.low_share is null or bounds.high_share is null
                then 'threshold'
            when told_values.duplex_share is null then 'print_log'
        end as missing,
        case when told_values.page_count is null then 'print_log_of_a_year' end as not_estimated,
        told_values.duplex_share < bounds.aim_share as is_found,
        told_values.duplex_share,
        bounds.aim_share,
        told_values.page_count,
        (bounds.aim_share - told_values.duplex_share) * told_values.page_count / 2 as sheet_count,
        (bounds.aim_share - told_values.duplex_share) * told_values.page_count / 2
        * bounds.low_share * sheet_prices.value as eur_low,
        (bounds.aim_share - told_values.duplex_share) * told_values.page_count / 2
        * bounds.high_share * sheet_prices.value as eur_high,
        (bounds.aim_share - told_values.duplex_share) * told_values.page_count / 2
        * bounds.low_share * sheet_masses.value / 1000000 * paper_factors.value as kgco2e_low,
        (bounds.aim_share - told_values.duplex_share) * told_values.page_count / 2
        * bounds.high_share * sheet_masses.value / 1000000 * paper_factors.value as kgco2e_high,
        told_values.coverage
    from organisations
    cross join period
    cross join bounds
    left join told_values
        on told_values.scope_kind = organisations.scope_kind
        and told_values.scope_id = organisations.scope_id
    left join int_factors as sheet_prices
        on sheet_prices.purpose = 'sheet_price'
        and sheet_prices.unit = 'EUR/sheet'
    left join int_factors as sheet_masses
        on sheet_masses.purpose = 'paper_a4_mass'
        and sheet_masses.unit = 'g/sheet'
    left join int_factors as paper_factors
        on paper_factors.purpose = 'paper'
        and paper_factors.unit = 'kgCO2e/tonne'
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
    'duplex_share' as fact_1,
    cast(duplex_share as decimal(18, 6)) as value_1,
    'share' as unit_1,
    'aimed_duplex_share' as fact_2,
    cast(aim_share as decimal(18, 6)) as value_2,
    'share' as unit_2,
    'pages_of_a_year' as fact_3,
    cast(page_count as decimal(18, 6)) as value_3,
    'impressions' as unit_3,
    'sheets_to_save' as fact_4,
    cast(sheet_count as decimal(18, 6)) as value_4,
    'sheets' as unit_4,
    cast(null as decimal(18, 6)) as kwh_low,
    cast(null as decimal(18, 6)) as kwh_high,
    cast(case when missing is null and is_found then eur_low end as decimal(18, 6)) as eur_low,
    cast(case when missing is null and is_found then eur_high end as decimal(18, 6)) as eur_high,
    cast(
        case when missing is null and is_found then kgco2e_low end as decimal(18, 6)
    ) as kgco2e_low,
    cast(
        case when missing is null and is_found then kgco2e_high end as decimal(18, 6)
    ) as kgco2e_high,
    coverage
from judged_scopes
