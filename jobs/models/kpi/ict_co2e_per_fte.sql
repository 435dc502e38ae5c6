-- unit: kgCO2e/FTE
-- decimals: 1
-- better: lower
-- grain: organisation
-- numerator-unit: kgCO2e
-- denominator-unit: FTE
-- per: none
-- over-time: mean
-- over-scope: none
-- gap: keep
-- factors: grid_electricity, electricity_upstream, refrigerant_refills, fuel_refills,
--     device_energy, device_embodied_bought, footprint_paper, footprint_home
-- grade: P
-- frames: ESRS E1-6, SDG 13.2
select
    int_carbon_totals.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    int_carbon_totals.kg as numerator,
    int_headcount.fte as denominator,
    int_carbon_totals.coverage,
    int_carbon_totals.measured_share
from int_carbon_totals
left join int_headcount
    on int_headcount.scope_kind = 'organisation'
where int_carbon_totals.method = 'location'
    and int_carbon_totals.accounting = 'acquired'
