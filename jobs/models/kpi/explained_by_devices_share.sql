-- unit: share
-- decimals: 3
-- better: higher
-- grain: room
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: server-room-monitoring, insight
-- frames: EU Code of Conduct, ISO 50001 EnPI
select
    -- The year's energy of the devices for as many hours as the room is known.
    int_room_energy.month,
    'room' as scope_kind,
    int_room_energy.room_id as scope_id,
    decimal_6(
        int_room_devices.year_kwh * nullif(int_room_energy.electricity_hour_count, 0)
        / (24 * dayofyear(cast(substr(int_room_energy.month, 1, 4) || '-12-31' as date)))
    ) as numerator,
    decimal_6(cast(int_room_energy.electricity_wh as double) / 1000) as denominator,
    int_room_energy.electricity_hour_count / nullif(int_room_energy.hour_count, 0)
    * int_room_devices.coverage as coverage,
    cast(int_room_energy.electricity_measured_wh as double)
    / nullif(
        cast(int_room_energy.electricity_wh as double)
        + int_room_devices.year_kwh * 1000 * int_room_energy.electricity_hour_count
        / (24 * dayofyear(cast(substr(int_room_energy.month, 1, 4) || '-12-31' as date))), 0
    ) as measured_share
from int_room_energy
inner join int_room_devices using (room_id)
where int_room_energy.has_edc_meter
