-- Days at home by days of work, where the department told both. A line of unknown days weighs as
-- the mean of the month's others.
with weighed as (
    select
        *,
        coalesce(office_days, avg(office_days) over (partition by month))
        + coalesce(home_days, avg(home_days) over (partition by month)) as likely_days
    from workdays
),
sums as (
    select
        month,
        case when grouping(department) = 1 then 'organisation' else 'department' end as scope_kind,
        case when grouping(department) = 1 then 'all' else department end as scope_id,
        sum(case when office_days is not null then home_days end) as numerator,
        sum(home_days + office_days) as denominator,
        sum(home_days + office_days) / sum(likely_days) as coverage
    from weighed
    group by grouping sets ((month, department), (month))
)
select
    sums.month,
    sums.scope_kind,
    sums.scope_id,
    sums.numerator,
    sums.denominator,
    sums.numerator / sums.denominator as value,
    sums.coverage,
    case when staff.people < 10 then 'fewer_than_minimum_people' end as reason
from sums
inner join staff using (month, scope_kind, scope_id)
