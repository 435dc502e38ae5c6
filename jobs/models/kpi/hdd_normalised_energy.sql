-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: site
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- refusal: model_not_accepted
-- factors: heating_degree_days_month, heating_degree_days_base, heating_degree_days_weight_0,
--     heating_degree_days_weight_1, heating_degree_days_weight_2
-- grade: C
-- frames: ISO 50001 EnPI, SDG 7.3
with month_normals as (
    select int_series_factors.value as degree_days
    from period
    inner join factor_series
        on factor_series.purpose = 'heating_degree_days'
    inner join int_series_factors
        on int_series_factors.series
            = concat(factor_series.series, '_', substr(period.month, 6, 2))
        and int_series_factors.unit = 'degree-days/month'
),
site_months as (
    select
        int_heating_days.month,
        int_heating_days.site_id,
        cast(
            sum(
                exact(
                    case
                        when int_heating_days.degree_days is not null
                            then int_heating_days.energy_kwh
                    end
                )
            ) as double
        )
            as energy_kwh,
        cast(
            sum(
                exact(
                    case
                        when int_heating_days.energy_kwh is not null
                            then int_heating_days.degree_days
                    end
                )
            ) as double
        )
            as degree_days,
        cast(count(int_heating_days.energy_kwh + int_heating_days.degree_days) as double)
        / (1 + days_between(period.first_on, period.last_on)) as coverage
    from int_heating_days
    inner join period using (month)
    group by
        int_heating_days.month,
        int_heating_days.site_id,
        period.first_on,
        period.last_on
),
-- What the weather takes is at most all of the energy, in a month in which less was heated.
weather_parts as (
    select
        site_months.month,
        site_months.site_id,
        site_months.energy_kwh,
        site_months.degree_days,
        month_normals.degree_days * site_months.coverage as normal_degree_days,
        least(
            int_heating_models.kwh_per_degree_day,
            greatest(site_months.energy_kwh, 0) / nullif(site_months.degree_days, 0)
        ) as kwh_per_degree_day,
        int_heating_models.kwh_per_degree_day is not null as is_accepted,
        case
            when not int_heating_models.is_enough
                then least(site_months.coverage, int_heating_models.known_share)
            else site_months.coverage
        end as coverage
    from site_months
    inner join int_heating_models using (site_id)
    left join month_normals
        on month_normals.degree_days is not null
)
select
    -- A month without a degree day has no part of the weather, and gets that of a normal month.
    month,
    'site' as scope_kind,
    site_id as scope_id,
    decimal_6(
        case
            when is_accepted
                then energy_kwh + kwh_per_degree_day * (normal_degree_days - degree_days)
        end
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    -- What the weather took is a model.
    cast(0 as double) as measured_share
from weather_parts
