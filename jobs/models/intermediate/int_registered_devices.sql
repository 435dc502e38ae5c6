-- The devices of the inventory that are not known to be disposed of, and whether all is on record
-- that tells them apart and dates them. A device whose status is not on record counts. A serial
-- number is that of one device, so those of a group are not on record.
-- grain: one row per definition and device_id
select
    month,
    coalesce(category, 'unknown') as category,
    category is not null
        and coalesce(has_serial, false)
        and quantity = 1
        and purchased_on is not null
        and status is not null as is_complete,
    quantity
from int_inventory
where status is null
    or status <> 'disposed'
