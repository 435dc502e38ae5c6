-- Where the electricity of each site's rooms comes from in the month: a row for each contract that
-- holds all month (config/energy-contracts.csv), one for what is left (residual), and one for the
-- panels of the rooms (pv). Guarantees and purchase agreements count once their cancellation is
-- stated. Contracts of more than the rooms use count in proportion; panels are beside the grid.
-- supplied_kwh is of the whole month, as if all of it were known; factor_value is null where the
-- factor is.
-- grain: one row per site_id and supply_id
with site_totals as (
    select
        month,
        site_id,
        cast(energy_kwh as double) / nullif(coverage, 0) as whole_kwh,
        cast(pv_kwh as double) / nullif(pv_coverage, 0) as pv_kwh,
        pv_coverage
    from int_site_electricity
),
held_contracts as (
    select
        site_totals.month,
        site_totals.site_id,
        energy_contracts.contract_id,
        energy_contracts.kind,
        energy_contracts.series,
        coalesce(
            cast(energy_contracts.share as double) * site_totals.whole_kwh,
            cast(energy_contracts.kwh_per_year as double)
            * (1 + days_between(period.first_on, period.last_on))
            / dayofyear(cast(substr(period.month, 1, 4) || '-12-31' as date))
        ) as ordered_kwh,
        site_totals.whole_kwh
    from site_totals
    inner join energy_contracts using (site_id)
    cross join period
    where energy_contracts.is_proven
        and energy_contracts.valid_from <= period.first_on
        and (energy_contracts.valid_to is null or energy_contracts.valid_to >= period.last_on)
),
grid_sums as (
    select
        site_id,
        cast(sum(exact(ordered_kwh)) as double) as ordered_kwh
    from held_contracts
    where kind <> 'pv'
    group by site_id
),
contract_supplies as (
    select
        held_contracts.month,
        held_contracts.site_id,
        held_contracts.contract_id as supply_id,
        held_contracts.kind,
        held_contracts.series,
        case
            when held_contracts.kind <> 'pv' and grid_sums.ordered_kwh > held_contracts.whole_kwh
                then held_contracts.ordered_kwh * held_contracts.whole_kwh / grid_sums.ordered_kwh
            else held_contracts.ordered_kwh
        end as supplied_kwh
    from held_contracts
    left join grid_sums using (site_id)
),
residual_series as (
    select series
    from factor_series
    where purpose = 'residual_mix'
),
every_supply as (
    select
        month,
        site_id,
        supply_id,
        kind,
        series,
        supplied_kwh
    from contract_supplies
    union all
    select
        site_totals.month,
        site_totals.site_id,
        'residual' as supply_id,
        'residual' as kind,
        residual_series.series,
        case
            when grid_sums.ordered_kwh is null then site_totals.whole_kwh
            when grid_sums.ordered_kwh >= site_totals.whole_kwh then 0
            else site_totals.whole_kwh - grid_sums.ordered_kwh
        end as supplied_kwh
    from site_totals
    left join grid_sums using (site_id)
    left join residual_series on true
    union all
    select
        month,
        site_id,
        'panels' as supply_id,
        'pv' as kind,
        cast(null as varchar) as series,
        pv_kwh as supplied_kwh
    from site_totals
    where pv_coverage is not null
)
select
    every_supply.month,
    every_supply.site_id,
    every_supply.supply_id,
    every_supply.kind,
    every_supply.supplied_kwh,
    int_series_factors.factor_id,
    int_series_factors.value as factor_value
from every_supply
left join int_series_factors
    on int_series_factors.series = every_supply.series
    and int_series_factors.unit = 'kgCO2e/kWh'
