-- unit: kg/FTE
-- decimals: 2
-- better: lower
-- grain: organisation
-- numerator-unit: kg
-- denominator-unit: FTE
-- over-time: mean
-- over-scope: none
-- gap: leave_out
-- factors: device_mass_waste
-- grade: A
-- frames: ESRS E5-5, SDG 12.5
select
    int_waste_masses.month,
    int_waste_masses.scope_kind,
    int_waste_masses.scope_id,
    int_waste_masses.waste_kg as numerator,
    int_headcount.fte as denominator,
    int_waste_masses.coverage,
    int_waste_masses.measured_share
from int_waste_masses
left join int_headcount using (scope_kind, scope_id)
where int_waste_masses.scope_kind = 'organisation'
