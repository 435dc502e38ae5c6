-- Devices in use that their maker supports no longer.
-- grain: category
-- source: practice of longer use: without security updates a device that works is replaced
-- grade: P
-- values: support_expired_share month
-- facts: devices_past_support devices, devices_with_a_known_end devices, past_support_share share
with judged_categories as (
    select
        told.scope_id as category,
        told.support_expired_share > 0 as is_found,
        told.support_expired_share_numerator as expired_count,
        told.support_expired_share_denominator as known_count,
        told.support_expired_share as expired_share,
        told.coverage
    from told
    where told.scope_kind = 'category'
        and told.scope_id <> 'unknown'
),
category_counts as (
    select
        count(*) as category_count,
        count(case when coalesce(is_found, true) then 1 end) as told_count
    from judged_categories
)
select
    'category' as scope_kind,
    category as scope_id,
    case when is_found is null then 'end_of_support' end as missing,
    is_found,
    expired_count as devices_past_support,
    known_count as devices_with_a_known_end,
    expired_share as past_support_share,
    coverage
from judged_categories
where coalesce(is_found, true)
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case when category_count = 0 then 'end_of_support' end as missing,
    case when category_count > 0 then false end as is_found,
    null as devices_past_support,
    null as devices_with_a_known_end,
    null as past_support_share,
    cast(null as double) as coverage
from category_counts
where told_count = 0
