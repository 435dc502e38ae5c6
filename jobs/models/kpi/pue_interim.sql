-- title.en: Interim PUE
-- title.nl: Tussentijdse PUE
-- title.fr: PUE intermédiaire
-- unit: kWh/kWh
-- decimals: 2
-- better: context
-- grain: room
-- formula: iPUE = EDC / EIT over the hours of the month in which both are known
-- numerator.en: Total server-room energy in the paired hours
-- numerator.nl: Totaal energieverbruik serverruimte in de gepaarde uren
-- numerator.fr: Consommation totale de la salle serveurs pendant les heures appariées
-- numerator-unit: kWh
-- denominator.en: IT equipment energy in the paired hours
-- denominator.nl: Energieverbruik IT-apparatuur in de gepaarde uren
-- denominator.fr: Consommation des équipements informatiques pendant les heures appariées
-- denominator-unit: kWh
-- over-time: none
-- over-scope: ratio
-- gap: keep
-- above: 1
-- source: ISO/IEC 30134-2 (interim PUE); EN 50600-4-2
-- frames: ISO 50001
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    cast(paired_edc_wh / 1000 as decimal(18, 6)) as numerator,
    cast(paired_it_wh / 1000 as decimal(18, 6)) as denominator,
    paired_hour_count / nullif(hour_count, 0) as coverage,
    cast(paired_measured_wh as double)
    / nullif(
        cast(paired_edc_wh + paired_it_wh as double), 0
    ) as measured_share
from int_room_energy
where has_edc_meter
    and has_it_meter
