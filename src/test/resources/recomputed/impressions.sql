-- Printed sides, completed by those of unknown department. A job without a billing code may be any
-- department's.
with sums as (
    select
        month,
        case when grouping(department) = 1 then 'organisation' else 'department' end as scope_kind,
        case when grouping(department) = 1 then 'all' else department end as scope_id,
        sum(impressions) as numerator,
        null as denominator,
        case
            when grouping(department) = 1 then 1
            else max(named_sides) / max(all_sides)
        end as coverage
    from (
        select
            *,
            sum(case when department is not null then impressions end) over (partition by month)
                as named_sides,
            sum(impressions) over (partition by month) as all_sides
        from print_jobs
    ) as jobs
    group by grouping sets ((month, department), (month))
    having grouping(department) = 1 or department is not null
)
select
    sums.month,
    sums.scope_kind,
    sums.scope_id,
    sums.numerator,
    sums.denominator,
    sums.numerator / round(sums.coverage, 9) as value,
    sums.coverage,
    case when staff.people < 10 then 'fewer_than_minimum_people' end as reason
from sums
inner join staff using (month, scope_kind, scope_id)
