-- unit: share
-- decimals: 3
-- better: higher
-- grain: meter
-- numerator-unit: h
-- denominator-unit: h
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring, insight
-- frames: EU Code of Conduct, SDG 7.3
select
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    cast(covered_s / 3600 as decimal(18, 6)) as numerator,
    cast(hour_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_meter_months
