-- unit: share
-- decimals: 3
-- better: higher
-- grain: category
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: longer-lifetime
-- frames: ESRS E5-4, GHG scope 3 category 2, SDG 12.2, SDG 12.5
with categories as (
    -- A category without a target age has no share.
    select
        month,
        category,
        sum(quantity) as device_count,
        sum(case when age_months is null then 0 else quantity end) as known_count,
        sum(
            case when is_first_use_known and age_months is not null then quantity else 0 end
        ) as first_use_count,
        sum(
            case when age_months >= target_age_months then quantity else 0 end
        ) as beyond_count
    from int_inventory
    where status = 'in_use'
        and target_age_months is not null
    group by
        month,
        category
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(case when known_count > 0 then beyond_count end as decimal(18, 6)) as numerator,
    cast(nullif(known_count, 0) as decimal(18, 6)) as denominator,
    known_count / nullif(device_count, 0) as coverage,
    first_use_count / nullif(known_count, 0) as measured_share
from categories
