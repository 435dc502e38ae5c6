-- title.en: Mean age of devices in use
-- title.nl: Gemiddelde leeftijd in gebruik
-- title.fr: Âge moyen en service
-- unit: months
-- decimals: 1
-- better: higher
-- grain: category
-- formula: mean of the complete months from first use (or else purchase) to the end of the month
-- numerator.en: Months of age together
-- numerator.nl: Maanden leeftijd samen
-- numerator.fr: Mois d'âge cumulés
-- numerator-unit: months
-- denominator.en: Devices in use whose age is known
-- denominator.nl: Apparaten in gebruik met bekende leeftijd
-- denominator.fr: Appareils en service d'âge connu
-- denominator-unit: devices
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- source: own definition (grade P), after Fair ICT practice
-- frames: ESRS E5-4
with categories as (
    select
        month,
        coalesce(category, 'unknown') as category,
        count(*) as device_count,
        count(age_months) as known_count,
        count(case when is_first_use_known then age_months end) as first_use_count,
        sum(age_months) as age_months
    from int_inventory
    where status = 'in_use'
    group by
        month,
        coalesce(category, 'unknown')
)
select
    month,
    'category' as scope_kind,
    category as scope_id,
    cast(age_months as decimal(18, 6)) as numerator,
    cast(nullif(known_count, 0) as decimal(18, 6)) as denominator,
    known_count / nullif(device_count, 0) as coverage,
    first_use_count / nullif(known_count, 0) as measured_share
from categories
