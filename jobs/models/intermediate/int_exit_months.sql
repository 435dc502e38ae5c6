-- Whether anything speaks for what left in the month: a log of disposals, or an inventory that
-- keeps devices that have left with their day. Without either, nothing is known, which is not that
-- nothing left.
-- grain: one row, or none
with told_exits as (
    select
        count(*) as exit_count
    from int_known_devices
    where disposed_on is not null
),
sources as (
    select
        month
    from int_registers
    where dataset = 'disposals'
    union all
    select
        int_inventory.month
    from int_inventory
    cross join told_exits
    where told_exits.exit_count > 0
)
select
    month
from sources
group by month
