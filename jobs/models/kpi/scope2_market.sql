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
    decimal_6(known_kg) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_market_emissions
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(case when count(known_kg) = count(*) then cast(sum(exact(known_kg)) as double) end)
        as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when count(known_kg) = count(*)
            then coalesce(
                cast(sum(exact(known_kg)) as double)
                / nullif(cast(sum(exact(whole_kg)) as double), 0),
                cast(sum(exact(coverage)) as double) / count(coverage)
            )
        else cast(sum(exact(coalesce(coverage, 0))) as double) / count(coalesce(coverage, 0))
    end as coverage,
    case
        when count(known_kg) = count(*)
            then coalesce(
                cast(sum(exact(known_kg * measured_share)) as double)
                / nullif(cast(sum(exact(known_kg)) as double), 0),
                cast(sum(exact(measured_share)) as double) / count(measured_share)
            )
    end as measured_share
from int_market_emissions
group by month
