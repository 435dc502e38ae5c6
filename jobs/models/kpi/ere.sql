-- unit: kWh/kWh
-- decimals: 2
-- better: lower
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- above: 0
-- grade: C
-- practices: heat-recovery
-- frames: ISO 50001 EnPI, SDG 7.3
with known_hours as (
    select
        int_room_heat_hours.month,
        int_room_heat_hours.room_id,
        int_room_heat_hours.hour_count,
        int_room_heat_hours.reused_wh + int_room_hours.edc_wh + int_room_hours.it_wh is not null
            as is_known,
        int_room_heat_hours.reused_wh,
        int_room_hours.edc_wh,
        int_room_hours.it_wh,
        int_room_heat_hours.reused_measured_wh
        + int_room_hours.edc_measured_wh
        + int_room_hours.it_measured_wh as measured_wh
    from int_room_heat_hours
    inner join int_room_hours using (month, room_id, started_at)
    where int_room_heat_hours.is_reuse_told
        and int_room_hours.has_edc_meter
        and int_room_hours.has_it_meter
)
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(
        cast(sum(case when is_known then edc_wh - reused_wh end) as double) / 1000
    ) as numerator,
    decimal_6(cast(sum(case when is_known then it_wh end) as double) / 1000) as denominator,
    count(case when is_known then 1 end) / nullif(hour_count, 0) as coverage,
    cast(sum(measured_wh) as double)
    / nullif(
        cast(sum(case when is_known then reused_wh + edc_wh + it_wh end) as double), 0
    ) as measured_share
from known_hours
group by
    month,
    room_id,
    hour_count
