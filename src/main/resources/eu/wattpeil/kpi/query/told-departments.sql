-- The departments of which the shown edition of a month tells something. Every edition withholds
-- the same ones in all KPIs.
select distinct
    month,
    scope_id as department_id
from ({kpi_values})
where period = 'month'
    and scope_kind = 'department'
    and value is not null
