-- How many printers the inventory has in use, and how many it does not know the state of.
-- grain: one row, or none where there is no inventory
select
    month,
    cast(
        sum(case when category in ('printer', 'mfp') and status = 'in_use' then quantity else 0 end)
        as bigint
    ) as printer_count,
    cast(
        sum(case when category in ('printer', 'mfp') and status is null then quantity else 0 end)
        as bigint
    ) as unknown_count
from int_inventory
group by month
