-- unit: kWh/kWh
-- decimals: 2
-- better: context
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: none
-- over-scope: ratio
-- gap: keep
-- above: 1
-- grade: B
-- practices: server-room-monitoring
-- frames: ISO 50001 EnPI, SDG 7.3
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(paired_edc_wh as double) / 1000) as numerator,
    decimal_6(cast(paired_it_wh as double) / 1000) as denominator,
    paired_hour_count / nullif(hour_count, 0) as coverage,
    cast(paired_measured_wh as double)
    / nullif(
        cast(paired_edc_wh + paired_it_wh as double), 0
    ) as measured_share
from int_room_energy
where has_edc_meter
    and has_it_meter
