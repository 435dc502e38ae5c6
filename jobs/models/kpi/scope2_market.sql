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
with site_emissions as (
    -- A supply without a factor makes the site unknown: neither 0 nor the average stands for it.
    select
        int_site_supplies.month,
        int_site_supplies.site_id,
        case
            when count(
                case
                    when int_site_supplies.supplied_kwh > 0
                        and int_site_supplies.factor_value is null
                        then 1
                end
            ) = 0
                then sum(
                    int_site_supplies.supplied_kwh * coalesce(int_site_supplies.factor_value, 0)
                )
        end as whole_kg
    from int_site_supplies
    where int_site_supplies.kind <> 'pv'
    group by
        int_site_supplies.month,
        int_site_supplies.site_id
),
scope_rows as (
    select
        int_site_electricity.month,
        int_site_electricity.site_id,
        site_emissions.whole_kg * int_site_electricity.coverage as known_kg,
        site_emissions.whole_kg,
        int_site_electricity.coverage,
        int_site_electricity.measured_share
    from int_site_electricity
    left join site_emissions using (site_id)
)
select
    month,
    'site' as scope_kind,
    site_id as scope_id,
    cast(known_kg as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from scope_rows
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
from scope_rows
group by month
