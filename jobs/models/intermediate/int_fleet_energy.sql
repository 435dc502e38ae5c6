-- Modelled energy of the devices in use outside metered rooms, per category and altogether: the
-- days of the month out of a year's energy, so that months compare per day and twelve are a year.
-- What is unknown is not completed from the others, since a network switch is not like a laptop; it
-- lowers the coverage by the energy that it may be, so that a few switches count for more than as
-- many telephones.
-- grain: one row per scope_kind, scope_id
with category_sums as (
    select
        month,
        category,
        sum(year_kwh * quantity) as year_kwh,
        sum(case when year_kwh is null then likely_kwh * quantity end) as unknown_kwh
    from int_fleet_devices
    group by
        month,
        category
),
scope_sums as (
    select
        month,
        'category' as scope_kind,
        category as scope_id,
        cast(year_kwh as double) as year_kwh,
        cast(unknown_kwh as double) as unknown_kwh
    from category_sums
    union all
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        cast(sum(year_kwh) as double) as year_kwh,
        cast(sum(unknown_kwh) as double) as unknown_kwh
    from category_sums
    group by month
)
select
    scope_sums.month,
    scope_sums.scope_kind,
    scope_sums.scope_id,
    decimal_6(
        scope_sums.year_kwh * (days_between(period.first_on, period.last_on) + 1)
        / dayofyear(cast(substr(period.month, 1, 4) || '-12-31' as date))
    ) as month_kwh,
    case
        when scope_sums.year_kwh is null then 0
        when scope_sums.unknown_kwh is null then 1
        else scope_sums.year_kwh / nullif(scope_sums.year_kwh + scope_sums.unknown_kwh, 0)
    end as coverage
from scope_sums
inner join period using (month)
