-- Remanufactured cartridges by all whose condition is on record; refilled ones are not.
with sums as (
    select
        month,
        sum(case when condition = 'Gereviseerd' then pieces when condition is not null then 0 end)
            as numerator,
        sum(case when condition is not null then pieces end) as denominator,
        sum(case when condition is not null then pieces else 0 end) / sum(pieces) as coverage
    from purchases
    where category = 'toner'
    group by month
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    numerator,
    denominator,
    numerator / nullif(denominator, 0) as value,
    coverage
from sums
