-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- activity: none
-- grade: A
-- practices: server-room-monitoring
-- frames: ISO 50001 EnPI, EU Code of Conduct
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(sum(cooling_wh) as double) / 1000) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    count(cooling_wh) / nullif(hour_count, 0) as coverage,
    cast(sum(case when cooling_wh is not null then cooling_measured_wh end) as double)
    / nullif(cast(sum(cooling_wh) as double), 0) as measured_share
from int_room_part_hours
where has_cooling_meter
group by
    month,
    room_id,
    hour_count
