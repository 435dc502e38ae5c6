-- unit: kWh/kWh
-- decimals: 2
-- better: higher
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- above: 0
-- grade: P
-- practices: green-data-centre, server-room-monitoring
-- frames: EU Code of Conduct, ISO 50001 EnPI
with heat_hours as (
    -- What the equipment takes becomes heat in the room; of a UPS without a meter of its input that
    -- is not known.
    select
        month,
        room_id,
        hour_count,
        case when has_ups_loss then it_wh + ups_loss_wh else it_wh end as heat_wh,
        cooling_wh,
        case
            when has_ups_loss then it_measured_wh + ups_in_measured_wh + ups_out_measured_wh
            else it_measured_wh
        end as heat_meters_measured_wh,
        case when has_ups_loss then it_wh + ups_in_wh + ups_out_wh else it_wh end
            as heat_meters_wh,
        cooling_measured_wh
    from int_room_part_hours
    where has_it_meter
        and has_cooling_meter
)
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(
        cast(sum(case when cooling_wh is not null then heat_wh end) as double) / 1000
    ) as numerator,
    decimal_6(
        cast(sum(case when heat_wh is not null then cooling_wh end) as double) / 1000
    ) as denominator,
    count(heat_wh + cooling_wh) / nullif(hour_count, 0) as coverage,
    cast(
        sum(
            case
                when heat_wh + cooling_wh is not null
                    then heat_meters_measured_wh + cooling_measured_wh
            end
        ) as double
    )
    / nullif(
        cast(
            sum(
                case when heat_wh + cooling_wh is not null then heat_meters_wh + cooling_wh end
            ) as double
        ), 0
    ) as measured_share
from heat_hours
group by
    month,
    room_id,
    hour_count
