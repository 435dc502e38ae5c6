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
-- grade: B
-- practices: green-data-centre
-- frames: EU Code of Conduct, ISO 50001 EnPI, SDG 7.3
with cooled_hours as (
    -- Cold that is bought is not made with the electricity of the room: it has no such ratio.
    select
        int_room_heat_hours.month,
        int_room_heat_hours.room_id,
        int_room_heat_hours.hour_count,
        int_room_heat_hours.removed_wh + int_room_part_hours.cooling_wh is not null as is_known,
        int_room_heat_hours.removed_wh,
        int_room_part_hours.cooling_wh,
        int_room_heat_hours.removed_measured_wh
        + int_room_part_hours.cooling_measured_wh as measured_wh
    from int_room_heat_hours
    inner join int_room_part_hours using (month, room_id, started_at)
    where int_room_heat_hours.has_removed_meter
        and int_room_part_hours.has_cooling_meter
        and not exists (
            select 1
            from int_edc_meters
            where int_edc_meters.room_id = int_room_part_hours.room_id
                and int_edc_meters.stream = 'cold'
                and int_edc_meters.from_at <= int_room_part_hours.started_at
                and (
                    int_edc_meters.until_at is null
                    or int_edc_meters.until_at > int_room_part_hours.started_at
                )
        )
)
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(sum(case when is_known then removed_wh end) as double) / 1000) as numerator,
    decimal_6(cast(sum(case when is_known then cooling_wh end) as double) / 1000) as denominator,
    count(case when is_known then 1 end) / nullif(hour_count, 0) as coverage,
    cast(sum(measured_wh) as double)
    / nullif(
        cast(sum(case when is_known then removed_wh + cooling_wh end) as double), 0
    ) as measured_share
from cooled_hours
group by
    month,
    room_id,
    hour_count
