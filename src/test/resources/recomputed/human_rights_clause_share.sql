-- Euros of running hardware contracts with a clause on human rights, of those on record.
with sums as (
    select
        month,
        sum(case when has_human_rights then euros when has_human_rights is not null then 0 end)
            as numerator,
        sum(case when has_human_rights is not null then euros end) as denominator,
        sum(case when has_human_rights is not null then euros else 0 end) / sum(euros)
            as coverage
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
