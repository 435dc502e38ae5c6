-- What the registers of workdays say of the month, line by line, with the department only where
-- config/ knows it. A line of unknown days weighs as the mean of the others, to weigh what is
-- unknown only. A line that tells days off alone, beside lines of the same department and day that
-- tell how it worked, is no line of unknown days.
-- grain: one row per line of stg_workdays that tells of work
with lines as (
    select
        definition,
        day_on,
        department_id,
        mode,
        office_days,
        home_days,
        home_hours,
        commute_km,
        leave_days is not null
        and mode is null
        and coalesce(office_days, home_days, home_hours, commute_km) is null as is_leave
    from stg_workdays
),
judged_lines as (
    select
        department_id,
        mode,
        office_days,
        home_days,
        home_hours,
        commute_km,
        not is_leave
        or bool_and(is_leave) over (partition by definition, day_on, department_id) as is_of_work
    from lines
)
select
    period.month,
    departments.department_id,
    judged_lines.mode,
    judged_lines.office_days,
    judged_lines.home_days,
    judged_lines.home_hours,
    judged_lines.commute_km,
    coalesce(
        cast(judged_lines.office_days as double),
        cast(sum(judged_lines.office_days) over () as double)
        / count(judged_lines.office_days) over (),
        0
    ) as office_weight,
    coalesce(
        cast(judged_lines.home_days as double),
        cast(sum(judged_lines.home_days) over () as double)
        / count(judged_lines.home_days) over (),
        0
    ) as home_weight
from judged_lines
cross join period
left join departments using (department_id)
where judged_lines.is_of_work
