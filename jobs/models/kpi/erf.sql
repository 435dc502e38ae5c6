-- unit: share
-- decimals: 3
-- better: higher
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: B
-- practices: heat-recovery
-- frames: EED III, ESRS E1-5, SDG 7.3, SDG 13.2
with room_sums as (
    select
        int_room_heat_hours.month,
        int_room_heat_hours.room_id,
        int_room_heat_hours.hour_count,
        count(int_room_heat_hours.reused_wh + int_room_hours.edc_wh) as known_hour_count,
        sum(
            case when int_room_hours.edc_wh is not null then int_room_heat_hours.reused_wh end
        ) as reused_wh,
        sum(
            case when int_room_heat_hours.reused_wh is not null then int_room_hours.edc_wh end
        ) as edc_wh,
        sum(
            int_room_heat_hours.reused_measured_wh + int_room_hours.edc_measured_wh
        ) as measured_wh
    from int_room_heat_hours
    inner join int_room_hours using (month, room_id, started_at)
    where int_room_heat_hours.is_reuse_told
        and int_room_hours.has_edc_meter
    group by
        int_room_heat_hours.month,
        int_room_heat_hours.room_id,
        int_room_heat_hours.hour_count
)
select
    -- More energy than what enters cannot be reused: then one of the meters is wrong.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(case when reused_wh <= edc_wh then reused_wh end as double) / 1000) as numerator,
    decimal_6(cast(edc_wh as double) / 1000) as denominator,
    known_hour_count / nullif(hour_count, 0) as coverage,
    cast(measured_wh as double)
    / nullif(cast(reused_wh + edc_wh as double), 0) as measured_share
from room_sums
