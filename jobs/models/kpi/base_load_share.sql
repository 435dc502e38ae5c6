-- title.en: Night base load
-- title.nl: Nachtelijke basislast
-- title.fr: Charge de base nocturne
-- unit: share
-- decimals: 3
-- better: lower
-- grain: room
-- formula: mean kW from 01:00 to 05:00 local time / mean kW of all hours, of the whole room
-- numerator.en: Mean power from 01:00 to 05:00
-- numerator.nl: Gemiddeld vermogen van 01.00 tot 05.00 uur
-- numerator.fr: Puissance moyenne de 01h00 à 05h00
-- numerator-unit: kW
-- denominator.en: Mean power of all hours
-- denominator.nl: Gemiddeld vermogen van alle uren
-- denominator.fr: Puissance moyenne de toutes les heures
-- denominator-unit: kW
-- over-time: mean
-- over-scope: ratio
-- gap: keep
-- source: own definition (grade P)
-- frames: ISO 50001
select
    -- Means over hours, in kW on both sides, so rooms and months add up. Coverage is the worse one
    -- of the nights and of all hours.
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(
        night_edc_wh / 1000 / nullif(known_night_hour_count, 0) as decimal(18, 6)
    ) as numerator,
    cast(edc_wh / 1000 / nullif(known_hour_count, 0) as decimal(18, 6)) as denominator,
    least(
        known_night_hour_count / nullif(night_hour_count, 0),
        known_hour_count / nullif(hour_count, 0)
    ) as coverage,
    cast(edc_measured_wh as double) / nullif(cast(edc_wh as double), 0) as measured_share
from int_room_nights
