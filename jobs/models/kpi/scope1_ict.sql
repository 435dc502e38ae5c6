-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: site
-- over-time: sum
-- over-scope: sum
-- gap: keep
-- factors: refrigerant_refills, fuel_refills
-- grade: A
-- practices: green-data-centre
-- frames: GHG scope 1, ESRS E1-6, SDG 13.2, VSME
select
    -- A kind that is never told of a site is not there: a room may be without a generator. A kind
    -- whose register ends before the month makes the site unknown.
    month,
    'site' as scope_kind,
    site_id as scope_id,
    decimal_6(
        case when count(co2e_kg) = count(*) then cast(sum(exact(co2e_kg)) as double) end
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    min(cast(case when is_known then 1 else 0 end as double)) as coverage,
    cast(1 as double) as measured_share
from int_site_refills
group by
    month,
    site_id
