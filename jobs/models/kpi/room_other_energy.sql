-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- above: -1
-- activity: none
-- grade: A
-- practices: server-room-monitoring
-- frames: ISO 50001 EnPI
select
    -- Less than nothing is left only where a meter is wrong, but for the step of a register.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(sum(rest_wh) as double) / 1000) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    count(rest_wh) / nullif(hour_count, 0) as coverage,
    cast(sum(case when rest_wh is not null then rest_meters_measured_wh end) as double)
    / nullif(
        cast(sum(case when rest_wh is not null then rest_meters_wh end) as double), 0
    ) as measured_share
from int_room_part_hours
where has_edc_meter
    and has_it_meter
    and has_cooling_meter
group by
    month,
    room_id,
    hour_count
