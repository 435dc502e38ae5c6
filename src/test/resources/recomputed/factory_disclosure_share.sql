-- Running hardware contracts with a list of factories of the last twelve months.
with sums as (
    select
        month,
        count(case when factories_on > observed_on - interval 12 month then 1 end) as numerator,
        count(*) as denominator,
        1 as coverage
    from contracts
    where true
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
