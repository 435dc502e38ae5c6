-- title.en: Meter data coverage
-- title.nl: Meetdekking
-- title.fr: Couverture des mesures
-- unit: share
-- decimals: 3
-- better: higher
-- grain: meter
-- formula: seconds whose energy is known / seconds of the month in which the meter stands
-- numerator.en: Hours known
-- numerator.nl: Bekende uren
-- numerator.fr: Heures connues
-- numerator-unit: h
-- denominator.en: Hours expected
-- denominator.nl: Verwachte uren
-- denominator.fr: Heures attendues
-- denominator-unit: h
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- source: own definition (grade P); EU Code of Conduct for data centres, section 9
-- frames: EU Code of Conduct, ISO 50001
select
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    cast(covered_s / 3600 as decimal(18, 6)) as numerator,
    cast(hour_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from int_meter_months
