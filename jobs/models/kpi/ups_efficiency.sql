-- unit: share
-- decimals: 3
-- better: higher
-- grain: room, meter
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- above: 0
-- grade: P
-- practices: server-room-monitoring
-- frames: EU Code of Conduct, ISO 50001 EnPI
with ups_sums as (
    select
        month,
        'room' as scope_kind,
        room_id as scope_id,
        hour_count,
        count(ups_loss_wh) as known_hour_count,
        sum(case when ups_loss_wh is not null then ups_out_wh end) as out_wh,
        sum(case when ups_loss_wh is not null then ups_in_wh end) as in_wh,
        sum(
            case when ups_loss_wh is not null then ups_in_measured_wh + ups_out_measured_wh end
        ) as measured_wh
    from int_room_part_hours
    where has_ups_loss
    group by
        month,
        room_id,
        hour_count
    union all
    select
        month,
        'meter' as scope_kind,
        meter_id as scope_id,
        hour_count,
        count(out_wh) as known_hour_count,
        sum(out_wh) as out_wh,
        sum(in_wh) as in_wh,
        sum(measured_wh) as measured_wh
    from int_ups_hours
    group by
        month,
        meter_id,
        hour_count
)
select
    -- More than what goes in cannot come out: then one of the meters is wrong.
    month,
    scope_kind,
    scope_id,
    decimal_6(cast(case when out_wh <= in_wh then out_wh end as double) / 1000) as numerator,
    decimal_6(cast(in_wh as double) / 1000) as denominator,
    known_hour_count / nullif(hour_count, 0) as coverage,
    cast(measured_wh as double)
    / nullif(cast(out_wh + in_wh as double), 0) as measured_share
from ups_sums
