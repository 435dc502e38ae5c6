-- What the registers of workdays say of the month, line by line, with the department only where
-- config/ knows it. A line of unknown days weighs as the mean of the others, to weigh what is
-- unknown only.
-- grain: one row per line of stg_workdays
select
    period.month,
    departments.department_id,
    stg_workdays.mode,
    stg_workdays.office_days,
    stg_workdays.home_days,
    stg_workdays.home_hours,
    stg_workdays.commute_km,
    cast(
        coalesce(stg_workdays.office_days, avg(stg_workdays.office_days) over (), 0) as double
    ) as office_weight,
    cast(
        coalesce(stg_workdays.home_days, avg(stg_workdays.home_days) over (), 0) as double
    ) as home_weight
from stg_workdays
cross join period
left join departments using (department_id)
