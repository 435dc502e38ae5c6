-- unit: kWh/year
-- decimals: 1
-- better: lower
-- grain: programme, category, organisation
-- numerator-unit: kWh/year
-- denominator-unit: devices
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: B
-- frames: SDG 7.3
select
    month,
    scope_kind,
    scope_id,
    year_kwh as numerator,
    known_count as denominator,
    coverage,
    cast(0 as double) as measured_share
from int_tec_sums
where kind = 'computer'
