-- Each piece bought by the carbon of a new one of its class; of one bought refurbished no source
-- tells it.
with bought as (
    select
        months.month,
        categories.category,
        purchases.pieces,
        case when purchases.condition is distinct from 'Refurbished' then factors.value end as kg
    from months
    cross join categories
    left join purchases
        on purchases.month = months.month
        and purchases.category = categories.category
    left join factors
        on factors.factor_id = categories.embodied_series
),
sums as (
    select
        month,
        case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
        case when grouping(category) = 1 then 'all' else category end as scope_id,
        coalesce(sum(pieces * kg), 0) as numerator,
        null as denominator,
        coalesce(
            sum(case when kg is not null then pieces else 0 end) / nullif(sum(pieces), 0), 1
        ) as coverage
    from bought
    group by grouping sets ((month, category), (month))
)
select *, numerator as value
from sums
