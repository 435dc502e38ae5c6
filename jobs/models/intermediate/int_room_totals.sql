-- Energy of each room in the computed month, once per boundary: edc is all that enters the room, it
-- what goes to the IT equipment, electricity the electricity in edc. Where no meter of the boundary
-- stands there is no row.
-- grain: one row per room_id and boundary
with room_boundaries as (
    select
        month,
        room_id,
        'edc' as boundary,
        has_edc_meter as is_metered,
        hour_count,
        edc_hour_count as known_hour_count,
        edc_wh as energy_wh,
        edc_measured_wh as measured_wh
    from int_room_energy
    union all
    select
        month,
        room_id,
        'it' as boundary,
        has_it_meter as is_metered,
        hour_count,
        it_hour_count as known_hour_count,
        it_wh as energy_wh,
        it_measured_wh as measured_wh
    from int_room_energy
    union all
    select
        month,
        room_id,
        'electricity' as boundary,
        has_edc_meter as is_metered,
        hour_count,
        electricity_hour_count as known_hour_count,
        electricity_wh as energy_wh,
        electricity_measured_wh as measured_wh
    from int_room_energy
)
select
    month,
    room_id,
    boundary,
    decimal_6(cast(energy_wh as double) / 1000) as energy_kwh,
    known_hour_count / nullif(hour_count, 0) as coverage,
    cast(measured_wh as double) / nullif(cast(energy_wh as double), 0) as measured_share
from room_boundaries
where is_metered
