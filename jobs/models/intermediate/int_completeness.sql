-- The share of the inventory that is complete: how far it can say how long devices live.
-- grain: one row, or none without an inventory
select
    month,
    sum(case when is_complete then quantity else 0 end)
    / nullif(cast(sum(quantity) as double), 0) as complete_share
from int_registered_devices
group by month
