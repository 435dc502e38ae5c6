-- Days at the office and at home. What a source gave again for the same day (or month), department
-- and way of travelling takes the place of what it gave before.
-- grain: one row per line of the newest document of definition, day_on, department_id and mode
-- months: 0 to 0
with ranked_rows as (
    select
        documents.definition,
        workdays.day_on,
        workdays.department_id,
        workdays.mode,
        workdays.office_days,
        workdays.home_days,
        workdays.leave_days,
        workdays.home_hours,
        workdays.commute_km,
        dense_rank() over (
            partition by
                documents.definition,
                workdays.day_on,
                workdays.department_id,
                workdays.mode
            order by documents.batch desc, documents.name desc, workdays.document_id desc
        ) as recency
    from workdays
    inner join documents using (document_id)
)
select
    definition,
    day_on,
    department_id,
    mode,
    office_days,
    home_days,
    leave_days,
    home_hours,
    commute_km
from ranked_rows
where recency = 1
