-- unit: kg
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_mass_waste
-- grade: A
-- practices: recycling
-- frames: ESRS E5-5, GHG scope 3 category 5, SDG 12.5
select
    month,
    scope_kind,
    scope_id,
    waste_kg as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_waste_masses
