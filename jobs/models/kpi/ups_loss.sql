-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- above: -1
-- activity: none
-- grade: P
-- practices: server-room-monitoring
-- frames: ISO 50001 EnPI, EU Code of Conduct
select
    -- A UPS gives less than it takes; a kilowatt-hour is the step of a register that counts whole
    -- ones.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(sum(ups_loss_wh) as double) / 1000) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    count(ups_loss_wh) / nullif(hour_count, 0) as coverage,
    cast(
        sum(
            case when ups_loss_wh is not null then ups_in_measured_wh + ups_out_measured_wh end
        ) as double
    )
    / nullif(
        cast(
            sum(case when ups_loss_wh is not null then ups_in_wh + ups_out_wh end) as double
        ), 0
    ) as measured_share
from int_room_part_hours
where has_ups_loss
group by
    month,
    room_id,
    hour_count
