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
-- practices: insight
-- frames: ESRS E5-4
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(sum(case when is_complete then quantity else 0 end) as decimal(18, 6)) as numerator,
    cast(sum(quantity) as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_registered_devices
group by
    month,
    category
