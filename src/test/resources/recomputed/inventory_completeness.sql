-- Of what the register keeps and has not left: class, serial number, day of purchase and status are
-- all on record. A row that names no class is of the class unknown.
select
    month,
    case when grouping(category) = 1 then 'organisation' else 'category' end as scope_kind,
    case when grouping(category) = 1 then 'all' else category end as scope_id,
    count(case when category <> 'unknown' and serial is not null and purchased_on is not null
        and status is not null then 1 end) as numerator,
    count(*) as denominator,
    numerator / denominator as value
from (select * replace (coalesce(category, 'unknown') as category) from devices) as told
where status is distinct from 'Afgevoerd'
group by grouping sets ((month, category), (month))
