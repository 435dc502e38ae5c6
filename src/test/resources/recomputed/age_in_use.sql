-- Whole months from the first use to the end of the month, of devices in use.
select
    month,
    case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
    case when grouping(category) = 1 then 'all' else category end as scope_id,
    sum(datesub('month', coalesce(first_used_on, purchased_on), observed_on)) as numerator,
    count(*) as denominator,
    numerator / denominator as value
from devices
where status = 'In gebruik'
group by grouping sets ((month, category), (month))
