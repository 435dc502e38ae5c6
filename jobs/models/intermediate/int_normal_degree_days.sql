-- Heating degree days of each site on each day of the month and the eleven before it on which they
-- are known, by the rule of the normals that heating_degree_days is set to: what the equivalent
-- temperature of the day is below the base, and 0 where it is not. The equivalent temperature
-- weighs the means of the day and of the two days before it; without one of them it is not known.
-- Base and weights are series of the normals' name with base or weight_0 to weight_2 behind it,
-- such as degree_days_be_normal_base: normals compare with degree days of their own rule alone.
-- grain: one row per site_id and day_on
with rule_parts as (
    select
        max(
            case
                when int_series_factors.series = concat(factor_series.series, '_base')
                    and int_series_factors.unit = '°C'
                    then int_series_factors.value
            end
        ) as base_c,
        max(
            case
                when int_series_factors.series = concat(factor_series.series, '_weight_0')
                    and int_series_factors.unit = 'share'
                    then int_series_factors.value
            end
        ) as weight_0,
        max(
            case
                when int_series_factors.series = concat(factor_series.series, '_weight_1')
                    and int_series_factors.unit = 'share'
                    then int_series_factors.value
            end
        ) as weight_1,
        max(
            case
                when int_series_factors.series = concat(factor_series.series, '_weight_2')
                    and int_series_factors.unit = 'share'
                    then int_series_factors.value
            end
        ) as weight_2
    from factor_series
    cross join int_series_factors
    where factor_series.purpose = 'heating_degree_days'
),
site_temperatures as (
    select
        scope_id as site_id,
        day_on,
        cast(numerator as double) as mean_c,
        lag(day_on) over day_order as last_on,
        lag(cast(numerator as double)) over day_order as last_mean_c,
        lag(day_on, 2) over day_order as last_but_one_on,
        lag(cast(numerator as double), 2) over day_order as last_but_one_mean_c
    from daily_values
    where kpi_id = 'outside_temperature'
    window day_order as (
        partition by scope_id
        order by day_on
    )
),
equivalent_days as (
    select
        site_temperatures.site_id,
        site_temperatures.day_on,
        rule_parts.base_c,
        rule_parts.weight_0 * site_temperatures.mean_c
        + rule_parts.weight_1 * site_temperatures.last_mean_c
        + rule_parts.weight_2 * site_temperatures.last_but_one_mean_c as equivalent_c
    from site_temperatures
    cross join rule_parts
    where site_temperatures.last_on = add_days(site_temperatures.day_on, -1)
        and site_temperatures.last_but_one_on = add_days(site_temperatures.day_on, -2)
)
select
    month_of(equivalent_days.day_on) as month,
    equivalent_days.site_id,
    equivalent_days.day_on,
    greatest(equivalent_days.base_c - equivalent_days.equivalent_c, 0) as degree_days
from equivalent_days
inner join period
    on equivalent_days.day_on >= add_months(period.first_on, -11)
    and equivalent_days.day_on <= period.last_on
where equivalent_days.base_c - equivalent_days.equivalent_c is not null
