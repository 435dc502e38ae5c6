-- Devices of the organisation that went to another user in the month, by the tickets and, for
-- devices that these do not name, by the entries of internal reuse in the log of disposals. A
-- device that is set up anew for the same user has no such entry.
-- quantity is the number of devices that a row stands for.
-- grain: one row per ticket or entry
with redeployed_tickets as (
    select
        month,
        device_id,
        category,
        quantity
    from int_device_tickets
    where outcome = 'redeployed'
),
ticketed_devices as (
    select
        device_id
    from redeployed_tickets
    where device_id is not null
    group by device_id
)
select
    month,
    category,
    quantity
from redeployed_tickets
union all
select
    int_exits.month,
    int_exits.category,
    int_exits.quantity
from int_exits
left join ticketed_devices using (device_id)
where int_exits.is_in_month
    and int_exits.route = 'internal_reuse'
    and ticketed_devices.device_id is null
