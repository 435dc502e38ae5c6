-- unit: share
-- decimals: 3
-- better: higher
-- grain: site
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: green-data-centre
-- frames: ESRS E1-5, EED II 1(o), EED II 1(p), EED II 1(q), EED II 1(r), SDG 7.2, VSME
with site_sums as (
    select
        site_id,
        count(case when kind <> 'residual' then 1 end) > 0 as has_origin,
        cast(
            sum(exact(case when kind in ('goo', 'ppa', 'pv') then supplied_kwh end)) as double
        ) as renewable_kwh,
        cast(sum(exact(supplied_kwh)) as double) as used_kwh
    from int_site_supplies
    group by site_id
)
select
    -- A site of which no contract and no panels are known may have any: its share is not 0. The
    -- grid's own renewable share is not the site's.
    int_site_electricity.month,
    'site' as scope_kind,
    int_site_electricity.site_id as scope_id,
    decimal_6(
        case when site_sums.has_origin then coalesce(site_sums.renewable_kwh, 0) end
    ) as numerator,
    decimal_6(site_sums.used_kwh) as denominator,
    case
        when int_site_electricity.pv_coverage < int_site_electricity.coverage
            then int_site_electricity.pv_coverage
        else int_site_electricity.coverage
    end as coverage,
    int_site_electricity.measured_share
from int_site_electricity
left join site_sums using (site_id)
