-- unit: share
-- decimals: 3
-- better: lower
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- above: -0.05
-- grade: P
-- practices: server-room-monitoring, insight
-- frames: EU Code of Conduct, SDG 7.3
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(room_wh - explained_wh as double) / 1000) as numerator,
    decimal_6(cast(room_wh as double) / 1000) as denominator,
    cast(known_hour_count as double) / nullif(hour_count, 0)
    * coalesce(device_coverage, 1) as coverage,
    cast(measured_wh as double)
    / nullif(cast(room_wh + explained_wh as double), 0) as measured_share
from int_room_parts
