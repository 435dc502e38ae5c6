-- Euros of ICT that meet all criteria that apply, of those of which that is on record.
with sums as (
    select
        month,
        case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
        case when grouping(category) = 1 then 'all' else category end as scope_id,
        sum(
            case
                when criteria_met is not null and criteria_met >= criteria then euros
                when criteria_met is not null then 0
            end
        ) as numerator,
        sum(case when criteria_met is not null then euros end) as denominator,
        sum(case when criteria_met is not null then euros else 0 end) / sum(euros) as coverage
    from purchases
    where is_ict
        and coalesce(criteria, 1) > 0
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
