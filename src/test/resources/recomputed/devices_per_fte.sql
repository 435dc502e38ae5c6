-- Devices in use with which a person works, by full-time equivalents.
with personal_devices as (
    select devices.month, devices.department
    from devices
    inner join categories using (category)
    where devices.status = 'In gebruik'
        and categories.is_personal
),
counts as (
    select month, 'organisation' as scope_kind, 'all' as scope_id, count(*) as pieces
    from personal_devices
    group by month
    union all
    select month, 'department', department, count(*)
    from personal_devices
    where department is not null
    group by month, department
)
select
    counts.month,
    counts.scope_kind,
    counts.scope_id,
    counts.pieces as numerator,
    staff.fte as denominator,
    counts.pieces / staff.fte as value,
    case when staff.people < 10 then 'fewer_than_minimum_people' end as reason
from counts
inner join staff using (month, scope_kind, scope_id)
