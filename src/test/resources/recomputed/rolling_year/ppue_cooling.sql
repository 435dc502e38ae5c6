-- The kilowatt-hours of twelve months by those of IT: a ratio of sums, no mean of months.
with years as (
    select
        months.month,
        own.scope_kind,
        own.scope_id,
        sum(own.numerator) as numerator,
        sum(own.denominator) as denominator,
        sum(own.numerator) / sum(own.denominator) as value,
        avg(round(own.coverage, 9)) as coverage,
        count(case when own.coverage >= 0.95 then 1 end) as known_count
    from months
    inner join ppue_cooling as own
        on cast(own.month || '-01' as date) > months.first_on - interval 12 month
        and cast(own.month || '-01' as date) <= months.first_on
    group by
        months.month,
        own.scope_kind,
        own.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    numerator,
    denominator,
    value,
    case when known_count < 12 then known_count / 12 else coverage end as coverage,
    case when known_count < 12 then 'period_incomplete' end as reason
from years
