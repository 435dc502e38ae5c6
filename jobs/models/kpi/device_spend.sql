-- unit: EUR
-- decimals: 0
-- better: context
-- grain: category, organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- grade: P
-- frames: ESRS E5-4, GHG scope 3 category 2
select
    month,
    scope_kind,
    scope_id,
    amount_eur as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    cast(1 as double) as measured_share
from int_device_spend
