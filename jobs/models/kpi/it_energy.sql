-- title.en: IT equipment energy
-- title.nl: Energieverbruik IT-apparatuur
-- title.fr: Consommation d'énergie des équipements informatiques
-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- formula: EIT = Σ meters to the IT equipment over the hours in which each of them is known
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- source: EN 50600-4-2; Regulation (EU) 2024/1364 Annex II
-- frames: EED, ISO 50001
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    energy_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_room_totals
where boundary = 'it'
