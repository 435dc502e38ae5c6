-- unit: kWh/year
-- decimals: 1
-- better: lower
-- grain: programme, category, organisation
-- numerator-unit: kWh/year
-- denominator-unit: devices
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: C
-- frames: SDG 7.3
-- The declared energy of a week, over the weeks of a year. The formula behind it is not computed:
-- it was recalled, and of which version it is was not confirmed.
select
    month,
    scope_kind,
    scope_id,
    year_kwh as numerator,
    known_count as denominator,
    coverage,
    cast(0 as double) as measured_share
from int_tec_sums
where kind = 'imaging'
