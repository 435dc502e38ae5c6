-- The energy that a kWh of bought cold stands for, in each month of hourly_energy: that of the
-- factor that serves chilled_water_energy on the month's last day.
-- grain: one row per month that has a factor
with months as (
    select
        month,
        add_days(add_months(cast(month || '-01' as date), 1), -1) as last_on
    from hourly_energy
    group by month
),
held_factors as (
    select
        months.month,
        factors.value,
        row_number() over (
            partition by months.month
            order by factors.valid_from desc, factors.factor_id desc
        ) as recency
    from months
    inner join factors
        on factors.valid_from <= months.last_on
        and (factors.valid_to is null or factors.valid_to >= months.last_on)
    inner join factor_series using (series)
    where factor_series.purpose = 'chilled_water_energy'
        and factors.unit = 'kWh/kWh'
)
select
    month,
    cast(value as double) as value
from held_factors
where recency = 1
