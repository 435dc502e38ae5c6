-- Years from the first use to the day a device left the town: whole years and the days of the one
-- that has begun. What was lost or handed on inside says nothing of it.
with lives as (
    select
        months.month,
        categories.category,
        exits.device,
        datesub('year', exits.first_used_on, exits.left_on)
        + datediff(
            'day',
            exits.first_used_on
                + to_years(datesub('year', exits.first_used_on, exits.left_on)),
            exits.left_on
        )
        / datediff(
            'day',
            exits.first_used_on
                + to_years(datesub('year', exits.first_used_on, exits.left_on)),
            exits.first_used_on
                + to_years(datesub('year', exits.first_used_on, exits.left_on) + 1)
        ) as years
    from months
    cross join categories
    left join exits
        on exits.month = months.month
        and exits.category = categories.category
        and exits.destination is distinct from 'intern'
        and exits.destination is distinct from 'verloren'
)
select
    month,
    case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
    case when grouping(category) = 1 then 'all' else category end as scope_id,
    coalesce(sum(round(years, 6)), 0) as numerator,
    count(years) as denominator,
    numerator / nullif(denominator, 0) as value
from lives
group by grouping sets ((month, category), (month))
