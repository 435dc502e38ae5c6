-- title.en: Electricity emissions, location-based
-- title.nl: Elektriciteitsemissies, locatiegebaseerd
-- title.fr: Émissions électricité, fondées sur la localisation
-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: room
-- formula: Σ electricity of the server rooms × emission factor of the grid
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- factors: grid_electricity
-- source: GHG Protocol scope 2 guidance, location-based method
-- frames: GHG Protocol scope 2, ESRS E1-6, CO2-Prestatieladder
select
    int_room_energy.month,
    'room' as scope_kind,
    int_room_energy.room_id as scope_id,
    cast(
        cast(int_room_energy.electricity_wh as double) / 1000 * int_factors.value
        as decimal(18, 6)
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_room_energy.electricity_hour_count / nullif(int_room_energy.hour_count, 0) as coverage,
    cast(int_room_energy.electricity_measured_wh as double)
    / nullif(cast(int_room_energy.electricity_wh as double), 0) as measured_share
from int_room_energy
left join int_factors
    on int_factors.purpose = 'grid_electricity'
    and int_factors.unit = 'kgCO2e/kWh'
where int_room_energy.has_edc_meter
