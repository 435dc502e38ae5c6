-- unit: share
-- decimals: 3
-- better: higher
-- grain: room
-- numerator-unit: h
-- denominator-unit: h
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: C
-- practices: server-room-monitoring, green-data-centre
-- frames: EED II 1(l), EU Code of Conduct
select
    -- Hours of sensors: each sensor weighs the same.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(sum(exact(in_range_share)) as decimal(18, 6)) as numerator,
    cast(nullif(count(in_range_share), 0) as decimal(18, 6)) as denominator,
    count(in_range_share) / nullif(count(*), 0) as coverage,
    cast(1 as double) as measured_share
from int_inlet_hours
group by
    month,
    room_id
