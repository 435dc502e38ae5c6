-- Euros of ICT with a valid label of type I, of what could have one. A line that says yes though it
-- names other labels only is not known.
with sums as (
    select
        month,
        case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
        case when grouping(category) = 1 then 'all' else category end as scope_id,
        sum(
            case
                when has_label is not null and has_label then euros
                when has_label is not null then 0
            end
        ) as numerator,
        sum(case when has_label is not null then euros end) as denominator,
        sum(case when has_label is not null then euros else 0 end) / sum(euros) as coverage
    from purchases
    where is_ict
        and coalesce(is_label_possible, true)
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
