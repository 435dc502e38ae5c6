-- title.en: Total server-room energy
-- title.nl: Totaal energieverbruik serverruimte
-- title.fr: Consommation totale d'énergie de la salle serveurs
-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- formula: EDC = Σ feeds (electricity, gas, heat) over the hours in which every feed is known
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- source: EN 50600-4-2 (boundary of PUE); Regulation (EU) 2024/1364 Annex II
-- frames: EED, ISO 50001, ESRS E1-5
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    energy_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_room_totals
where boundary = 'edc'
