-- Devices of which nobody knows when they were bought: their age, and how long they serve, cannot
-- be told.
-- grain: category
-- source: ESRS E5-4 and the own definition of inventory_completeness: an age needs a day
-- grade: P
-- thresholds: most_undated
-- facts: devices_without_a_purchase_date devices, devices_on_record devices, undated_share share,
--     most_undated_share share
with category_sums as (
    -- What is on order has no such day yet.
    select
        coalesce(int_inventory.category, 'unknown') as category,
        sum(int_inventory.quantity) as device_count,
        sum(case when int_inventory.purchased_on is null then int_inventory.quantity else 0 end)
            as undated_count
    from int_inventory
    where int_inventory.status is null
        or int_inventory.status not in ('disposed', 'ordered')
    group by coalesce(int_inventory.category, 'unknown')
),
judged_categories as (
    select
        category_sums.category,
        category_sums.device_count,
        category_sums.undated_count,
        category_sums.undated_count / cast(nullif(category_sums.device_count, 0) as double)
            as undated_share
    from category_sums
),
category_counts as (
    select
        count(judged_categories.category) as category_count,
        count(
            case when judged_categories.undated_share > bounds.most_undated then 1 end
        ) as found_count,
        sum(judged_categories.device_count) as device_count,
        sum(judged_categories.undated_count) as undated_count
    from bounds
    left join judged_categories
        on judged_categories.device_count > 0
)
select
    'category' as scope_kind,
    judged_categories.category as scope_id,
    cast(null as string) as missing,
    true as is_found,
    judged_categories.undated_count as devices_without_a_purchase_date,
    judged_categories.device_count as devices_on_record,
    judged_categories.undated_share,
    bounds.most_undated as most_undated_share,
    cast(1 as double) as coverage
from judged_categories
cross join bounds
where judged_categories.undated_share > bounds.most_undated
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case when category_counts.category_count = 0 then 'inventory' end as missing,
    case when category_counts.category_count > 0 then false end as is_found,
    category_counts.undated_count as devices_without_a_purchase_date,
    category_counts.device_count as devices_on_record,
    category_counts.undated_count / cast(nullif(category_counts.device_count, 0) as double)
        as undated_share,
    bounds.most_undated as most_undated_share,
    cast(null as double) as coverage
from category_counts
cross join bounds
where category_counts.found_count = 0
