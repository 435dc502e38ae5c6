-- Euros of running hardware contracts with the terms of Electronics Watch, of which the town is an
-- affiliate since the day that the register tells.
with sums as (
    select
        month,
        sum(case when is_watched then euros when is_watched is not null then 0 end) as numerator,
        sum(case when is_watched is not null then euros end) as denominator,
        sum(case when is_watched is not null then euros else 0 end) / sum(euros) as coverage
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
