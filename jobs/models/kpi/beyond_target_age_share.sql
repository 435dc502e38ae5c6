-- title.en: Devices beyond the target age
-- title.nl: Aandeel ouder dan streefleeftijd
-- title.fr: Part au-delà de l'âge cible
-- unit: share
-- decimals: 3
-- better: higher
-- grain: category
-- formula: devices in use at or above the target age of their category / devices in use
-- numerator.en: Devices at or above their target age
-- numerator.nl: Apparaten op of boven hun streefleeftijd
-- numerator.fr: Appareils ayant atteint leur âge cible
-- numerator-unit: devices
-- denominator.en: Devices in use whose age is known
-- denominator.nl: Apparaten in gebruik met bekende leeftijd
-- denominator.fr: Appareils en service d'âge connu
-- denominator-unit: devices
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- source: own definition (grade P), after guidance of Vlaanderen Circulair
-- frames: ESRS E5-4
with categories as (
    -- A category without a target age has no share.
    select
        month,
        category,
        count(*) as device_count,
        count(age_months) as known_count,
        count(
            case when is_first_use_known then age_months end
        ) as first_use_count,
        count(
            case when age_months >= target_age_months then 1 end
        ) as beyond_count
    from int_inventory
    where status = 'in_use'
        and target_age_months is not null
    group by
        month,
        category
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(case when known_count > 0 then beyond_count end as decimal(18, 6)) as numerator,
    cast(nullif(known_count, 0) as decimal(18, 6)) as denominator,
    known_count / nullif(device_count, 0) as coverage,
    first_use_count / nullif(known_count, 0) as measured_share
from categories
