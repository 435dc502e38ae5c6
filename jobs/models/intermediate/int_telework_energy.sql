-- The extra energy at home of days worked there: that of the workplace, and that of the heating,
-- which the months share by their degree days. Only what is extra counts: an internet box is on
-- anyway. The year's degree days are a series, and those of each month the series of its name with
-- the month behind it, such as degree_days_be_normal_01.
-- grain: one row per scope_kind, scope_id
with month_degree_days as (
    select
        int_series_factors.value / nullif(year_factors.value, 0) as year_share
    from period
    inner join factor_series
        on factor_series.purpose = 'heating_degree_days'
    inner join int_factors as year_factors
        on year_factors.purpose = 'heating_degree_days'
        and year_factors.unit = 'degree-days/year'
    inner join int_series_factors
        on int_series_factors.series
            = concat(factor_series.series, '_', substr(period.month, 6, 2))
        and int_series_factors.unit = 'degree-days/month'
)
select
    int_workdays.month,
    int_workdays.scope_kind,
    int_workdays.scope_id,
    decimal_6(cast(int_workdays.home_hours as double) * powers.value / 1000) as workplace_kwh,
    decimal_6(
        cast(int_workdays.home_hours as double) * heatings.value
        * 12 * month_degree_days.year_share
    ) as heating_kwh,
    int_workdays.home_coverage as coverage
from int_workdays
left join int_factors as powers
    on powers.purpose = 'telework_power'
    and powers.unit = 'W'
left join int_factors as heatings
    on heatings.purpose = 'telework_heating'
    and heatings.unit = 'kWh/h'
left join month_degree_days
    on month_degree_days.year_share is not null
