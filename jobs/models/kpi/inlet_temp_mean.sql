-- unit: °C
-- decimals: 1
-- better: context
-- grain: room, meter
-- numerator-unit: °C·h
-- denominator-unit: h
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring, green-data-centre
-- frames: EED II 1(l), EU Code of Conduct
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(sum(exact(temperature_c)) as decimal(18, 6)) as numerator,
    cast(nullif(count(temperature_c), 0) as decimal(18, 6)) as denominator,
    count(temperature_c) / nullif(count(*), 0) as coverage,
    cast(1 as double) as measured_share
from int_inlet_hours
group by
    month,
    room_id
union all
-- Of each sensor too: racks that differ show that warm air mixes into the cold.
select
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    cast(sum(exact(temperature_c)) as decimal(18, 6)) as numerator,
    cast(nullif(count(temperature_c), 0) as decimal(18, 6)) as denominator,
    count(temperature_c) / nullif(count(*), 0) as coverage,
    cast(1 as double) as measured_share
from int_inlet_hours
group by
    month,
    meter_id
