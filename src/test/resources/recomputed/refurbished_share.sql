-- Pieces of ICT that were bought refurbished, of those whose condition is on record; neither paper
-- nor toner.
with sums as (
    select
        month,
        case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
        case when grouping(category) = 1 then 'all' else category end as scope_id,
        sum(
            case
                when condition is not null and condition = 'Refurbished' then pieces
                when condition is not null then 0
            end
        ) as numerator,
        sum(case when condition is not null then pieces end) as denominator,
        sum(case when condition is not null then pieces else 0 end) / sum(pieces) as coverage
    from purchases
    where is_ict
        and category not in ('paper', 'toner')
    group by grouping sets ((month, category), (month))
)
select
    month,
    scope_kind,
    scope_id,
    numerator,
    denominator,
    numerator / denominator as value,
    coverage
from sums
