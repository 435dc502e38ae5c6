-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: site, organisation
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: supply_contracts, residual_mix
-- grade: B
-- practices: green-data-centre
-- frames: ESRS E1-6, GHG scope 2, SDG 13.2, VSME
select
    month,
    'site' as scope_kind,
    site_id as scope_id,
    cast(known_kg as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_market_emissions
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(case when count(known_kg) = count(*) then sum(known_kg) end as decimal(18, 6))
        as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when count(known_kg) = count(*)
            then coalesce(sum(known_kg) / nullif(sum(whole_kg), 0), avg(coverage))
        else avg(coalesce(coverage, 0))
    end as coverage,
    case
        when count(known_kg) = count(*)
            then coalesce(
                sum(known_kg * measured_share) / nullif(sum(known_kg), 0), avg(measured_share)
            )
    end as measured_share
from int_market_emissions
group by month
