-- The market-based factor of the electricity of devices outside metered rooms, in kgCO2e/kWh. The
-- inventory does not say at which site they are: they are taken to spread as the use of the rooms.
-- Contracts of a share of a site's electricity hold for them; those of a number of kWh count for
-- the rooms and are not used twice. The rest is residual mix. Null where a factor is missing.
-- grain: one row
with residual_factors as (
    select
        value
    from int_factors
    where purpose = 'residual_mix'
        and unit = 'kgCO2e/kWh'
),
share_sums as (
    select
        energy_contracts.site_id,
        cast(sum(energy_contracts.share) as double) as share,
        cast(
            sum(exact(cast(energy_contracts.share as double) * int_series_factors.value)) as double
        ) as factor_value,
        count(int_series_factors.value) = count(*) as is_known
    from energy_contracts
    cross join period
    left join int_series_factors
        on int_series_factors.series = energy_contracts.series
        and int_series_factors.unit = 'kgCO2e/kWh'
    where energy_contracts.share > 0
        and energy_contracts.kind <> 'pv'
        and energy_contracts.is_proven
        and energy_contracts.valid_from <= period.first_on
        and (energy_contracts.valid_to is null or energy_contracts.valid_to >= period.last_on)
    group by energy_contracts.site_id
),
site_factors as (
    select
        cast(int_site_electricity.energy_kwh as double)
        / nullif(int_site_electricity.coverage, 0) as whole_kwh,
        case
            when share_sums.share is null then residual_factors.value
            when not share_sums.is_known then null
            when share_sums.share >= 1 then share_sums.factor_value / share_sums.share
            else share_sums.factor_value + (1 - share_sums.share) * residual_factors.value
        end as factor_value
    from int_site_electricity
    left join share_sums using (site_id)
    left join residual_factors
        on residual_factors.value is not null
),
factor_sums as (
    select
        count(*) as site_count,
        count(whole_kwh * factor_value) as known_count,
        cast(sum(exact(whole_kwh * factor_value)) as double) as kg,
        cast(sum(exact(whole_kwh)) as double) as kwh,
        cast(sum(exact(factor_value)) as double) / count(factor_value) as mean_factor_value
    from site_factors
)
select
    period.month,
    case
        when factor_sums.site_count = 0 then residual_factors.value
        when factor_sums.known_count = factor_sums.site_count
            then coalesce(
                factor_sums.kg / nullif(factor_sums.kwh, 0), factor_sums.mean_factor_value
            )
    end as factor_value
from period
cross join factor_sums
left join residual_factors
    on residual_factors.value is not null
