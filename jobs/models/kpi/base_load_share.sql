-- unit: share
-- decimals: 3
-- better: lower
-- grain: room
-- numerator-unit: kW
-- denominator-unit: kW
-- over-time: mean
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring
-- frames: ISO 50001 EnPI, SDG 7.3
select
    -- Means over hours, in kW on both sides, so rooms and months add up. Coverage is the worse one
    -- of the nights and of all hours.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    decimal_6(cast(night_edc_wh as double) / 1000 / nullif(known_night_hour_count, 0)) as numerator,
    decimal_6(cast(edc_wh as double) / 1000 / nullif(known_hour_count, 0)) as denominator,
    least(
        known_night_hour_count / nullif(night_hour_count, 0),
        known_hour_count / nullif(hour_count, 0)
    ) as coverage,
    cast(edc_measured_wh as double) / nullif(cast(edc_wh as double), 0) as measured_share
from int_room_nights
