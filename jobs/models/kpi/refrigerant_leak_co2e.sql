-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: site
-- over-time: sum
-- over-scope: sum
-- gap: keep
-- factors: refrigerant_refills
-- grade: A
-- practices: green-data-centre
-- frames: GHG scope 1, ESRS E1-6, SDG 12.4, SDG 13.2
select
    month,
    'site' as scope_kind,
    site_id as scope_id,
    decimal_6(co2e_kg) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(case when is_known then 1 else 0 end as double) as coverage,
    cast(1 as double) as measured_share
from int_site_refills
where kind = 'refrigerant'
