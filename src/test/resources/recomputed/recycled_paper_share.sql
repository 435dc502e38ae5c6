-- Kilograms of recycled paper by kilograms of paper.
with sums as (
    select
        month,
        sum(secondary_kilograms) as numerator,
        sum(kilograms) as denominator,
        1 as coverage
    from purchases
    where category = 'paper'
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
