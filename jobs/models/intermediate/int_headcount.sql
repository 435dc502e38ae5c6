-- FTE of the month, per department and of the organisation. The organisation's is null while one
-- department has none; a department that was closed keeps its rows, with 0.
-- grain: one row per scope_kind, scope_id
with department_months as (
    select
        period.month,
        departments.department_id,
        headcount.fte
    from departments
    cross join period
    left join headcount using (department_id, month)
)
select
    month,
    'department' as scope_kind,
    department_id as scope_id,
    cast(fte as decimal(18, 6)) as fte
from department_months
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(case when count(fte) = count(*) then sum(fte) end as decimal(18, 6)) as fte
from department_months
group by month
