-- What inventories last told of each device, also of those that have left: a snapshot of the month
-- after tells what left in the month after its own snapshot.
-- grain: one row per device_id
with ranked_devices as (
    select
        device_id,
        category,
        condition,
        first_used_on,
        purchased_on,
        disposed_on,
        disposal_route,
        quantity,
        row_number() over (
            partition by device_id
            order by
                observed_on desc,
                case when disposed_on is null then 1 else 0 end,
                definition
        ) as recency
    from stg_devices
)
select
    device_id,
    category,
    condition,
    first_used_on,
    purchased_on,
    disposed_on,
    disposal_route,
    quantity
from ranked_devices
where recency = 1
