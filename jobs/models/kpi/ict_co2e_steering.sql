-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: grid_electricity, electricity_upstream, refrigerant_refills, fuel_refills,
--     device_energy, device_embodied_amortised, footprint_paper, footprint_home
-- grade: B
-- frames: SDG 12.2, SDG 13.2
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    kg as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_carbon_totals
where method = 'location'
    and accounting = 'amortised'
