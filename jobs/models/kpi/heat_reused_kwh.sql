-- unit: kWh
-- decimals: 0
-- better: higher
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- grade: B
-- practices: heat-recovery
-- frames: EED II 1(j), EU Code of Conduct, SDG 7.3, SDG 13.2
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(sum(reused_wh) as double) / 1000) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    count(reused_wh) / nullif(hour_count, 0) as coverage,
    -- What is recorded as nothing needs no meter.
    case
        when sum(reused_wh) = 0 then 1
        else cast(sum(reused_measured_wh) as double) / cast(sum(reused_wh) as double)
    end as measured_share
from int_room_heat_hours
where is_reuse_told
group by
    month,
    room_id,
    hour_count
